/**
 * One cold start: imports a bundle, lets its handler answer one event, calls it more often where asked, and says what
 * processor time each of these took. It speaks to its parent by file descriptor 3, for stdout belongs to the handler.
 */
const { writeSync } = process.getBuiltinModule('node:fs');
const [, , bundle = '', event = '', warmCalls = '0'] = process.argv;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const booted = cpuMs();
const { handler } = await import(bundle);
const imported = cpuMs();
const answer = event === '' ? undefined : await handler(JSON.parse(event), {});
const answered = cpuMs();
writeSync(3, `${JSON.stringify({ booted, imported, answered, answer })}\n`);

const calls = Number(warmCalls);
// The first calls are the compiler's; who is asked often is measured after them.
for (let call = 0; call < calls; call += 1) await handler(JSON.parse(event), {});
const warmed = cpuMs();
for (let call = 0; call < calls; call += 1) await handler(JSON.parse(event), {});
if (calls > 0) writeSync(3, `${JSON.stringify({ warmCallUs: (1000 * (cpuMs() - warmed)) / calls })}\n`);
// Connections that are kept alive would hold the process.
process.exit(0);
