import fc from 'fast-check';

/** Every place in a value, from the whole of it inwards. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))
    : []),
];

const changed = (value: unknown, [name, ...rest]: readonly string[], next: unknown): unknown => {
  if (name === undefined) return next;
  if (typeof value !== 'object' || value === null) return next;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = changed(copy[name], rest, next);
  if (inner === undefined) delete copy[name];
  else copy[name] = inner;
  return copy;
};

/** A right value with one place taken out, replaced or with a field more. */
export const almost = (right: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...placesIn(right)), fc.option(fc.jsonValue(), { nil: undefined }), fc.boolean())
    .map(([path, next, more]) => (more ? changed(right, [...path, 'more'], next ?? 1) : changed(right, path, next)));
