/** The process of one contender: it makes what is to run, and runs as many operations as it is told. */
const [module = '', make = ''] = process.argv.slice(2);
const run: (at: number) => unknown = await (await import(module))[make]();

const spent = async ({ from, count }: { readonly from: number; readonly count: number }): Promise<number> => {
  const before = process.cpuUsage();
  for (let at = from; at < from + count; at += 1) {
    const result = run(at);
    // Who answers at once is not made to wait: awaiting costs as much as some of what is measured.
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

process.on('message', async (wanted: Parameters<typeof spent>[0]) => process.send?.(await spent(wanted)));
process.send?.('ready');
