import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache, install, nodeFor } from './install.mjs';
import { needsPeers, stepsOf, verbs } from './steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Children of the children find the same Node first, and no tool reports its use anywhere. */
const environmentWith = (node, verb) => {
  // Windows calls it `Path`; a second entry under another case would hide the first.
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    ...compileCache(root, verb, process.env.NODE_COMPILE_CACHE),
    [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}`,
    REDOCLY_TELEMETRY: 'off',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
};

/** Runs Node to its end, passing signals on; a death by signal gives the exit code that a shell would give. */
const run = (node, { args, env = {}, verb }, stdio) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio, env: { ...environmentWith(node, verb), ...env } });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const pass = (signal) => {
      // A terminal sends Ctrl-C to the child as well: passing it on would be a second one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('close', (code, signal) => {
      process.removeListener('SIGINT', pass);
      process.removeListener('SIGTERM', pass);
      resolve({ code: code ?? 128 + constants.signals[signal], output });
    });
  });

/** Runs every step in order and stops at the first that fails, showing what it said. */
const runSteps = async (node, steps) => {
  for (const step of steps) {
    process.stdout.write(`${step.name} … `);
    const started = Date.now();
    const { code, output } = await run(node, step, ['ignore', 'pipe', 'pipe']);
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s ${code === 0 ? 'ok' : 'failed'}`);
    if (code === 0) continue;
    console.error(output);
    return 1;
  }
  return 0;
};

/** Installs what is missing, then runs one verb of package.json; the process ends with the verb's exit code. */
export const runVerb = async (verb, args) => {
  const known = Object.keys({ ...verbs, ...stepsOf });
  process.exitCode = 1;
  if (!known.includes(verb)) return console.error(`Say what to run: npm run ${known.join(' | ')}`);
  if (!install(root, nodeFor(root) !== undefined)) return;
  // What we are compared with is no part of us: it is installed when it is asked for.
  if (needsPeers.includes(verb) && !install(join(root, 'bench'))) return;
  const node = nodeFor(root);
  if (node === undefined)
    return console.error('Node 24 was not installed with the packages: delete node_modules and try again.');
  const steps = stepsOf[verb];
  process.exitCode =
    steps === undefined
      ? (await run(node, { args: [...verbs[verb], ...args], verb }, 'inherit')).code
      : await runSteps(node, steps);
};
