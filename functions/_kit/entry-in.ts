/**
 * The one entry that a module holds: the endpoint, subscriber or schedule that was bound to its contract, whatever the
 * constant is called.
 */
export const entryIn = <E extends { readonly contract: object }>(module: object): E => {
  const [entry, ...more] = Object.values(module).filter((value): value is E =>
    Object.hasOwn(Object(value), 'contract'),
  );
  if (entry === undefined || more.length > 0) throw new Error('A module of an entry exports that entry and no other.');
  return entry;
};
