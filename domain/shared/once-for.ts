/**
 * Makes something out of a thing once, and gives the same again for as long as the thing lives. For what follows from a
 * document alone, such as a tariff that is ready to be used: the thing must never change.
 */
export const onceFor = <K extends object, V>(make: (thing: K) => V): ((thing: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known.value;
    const value = make(thing);
    made.set(thing, { value });
    return value;
  };
};
