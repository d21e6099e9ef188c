/** Loaded into a measured server before its own program: it says on request what processor time it has used. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
// Being able to be asked must keep no program alive.
process.channel?.unref();

export {};
