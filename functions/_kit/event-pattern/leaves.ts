import { isObject } from './json.ts';

/** One condition of a pattern: what the values at a path may be. */
export type Leaf = { readonly path: readonly string[]; readonly elements: readonly unknown[] };

/** `$or` is a name of its own only where a list of patterns stands under it. */
export const isOr = (name: string, value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  name === '$or' && Array.isArray(value) && value.every(isObject);

const joined = (left: readonly (readonly Leaf[])[], right: readonly (readonly Leaf[])[]) =>
  left.flatMap((one) => right.map((other) => [...one, ...other]));

/** The ways in which a pattern can hold: for each, the leaves that must all hold. More than one where it says `$or`. */
export const waysOf = (
  pattern: Readonly<Record<string, unknown>>,
  path: readonly string[] = [],
): readonly (readonly Leaf[])[] => {
  let ways: readonly (readonly Leaf[])[] = [[]];
  for (const [name, value] of Object.entries(pattern)) {
    const at = [...path, name];
    if (isOr(name, value))
      ways = joined(
        ways,
        value.flatMap((one) => waysOf(one, path)),
      );
    else if (isObject(value)) ways = joined(ways, waysOf(value, at));
    else ways = joined(ways, [[{ path: at, elements: Array.isArray(value) ? value : [] }]]);
  }
  return ways;
};
