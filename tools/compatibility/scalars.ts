import type { Schema } from './document.ts';

const integers = ['integer', 'number'] as const;
const typesOf = ({ types }: Schema): readonly string[] | undefined => types as readonly string[] | undefined;

/** Types that one schema allows and the other does not; an integer is a number. */
export const foreignTypes = (from: Schema, to: Schema): readonly string[] => {
  const allowed = typesOf(to);
  if (allowed === undefined) return [];
  const given = typesOf(from) ?? ['any'];
  return given.filter((type) => !allowed.includes(type) && !(type === integers[0] && allowed.includes(integers[1])));
};

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

const fitsPatterns = (value: unknown, { patterns }: Schema): boolean =>
  typeof value !== 'string' || ((patterns ?? []) as string[]).every((one) => new RegExp(one, 'u').test(value));

const fitsBounds = (value: unknown, schema: Schema): boolean => {
  const bound = (keyword: string, fallback: number): number => Number(schema[keyword] ?? fallback);
  if (typeof value === 'string')
    return value.length >= bound('minLength', 0) && value.length <= bound('maxLength', Number.POSITIVE_INFINITY);
  if (typeof value !== 'number') return true;
  return (
    value >= bound('minimum', Number.NEGATIVE_INFINITY) &&
    value <= bound('maximum', Number.POSITIVE_INFINITY) &&
    value > bound('exclusiveMinimum', Number.NEGATIVE_INFINITY) &&
    value < bound('exclusiveMaximum', Number.POSITIVE_INFINITY)
  );
};

const accepts = (schema: Schema, value: unknown): boolean => {
  const values = schema['enum'] as readonly unknown[] | undefined;
  if (values !== undefined) return values.some((one) => JSON.stringify(one) === JSON.stringify(value));
  return (
    foreignTypes({ types: [typeOf(value)] }, schema).length === 0 &&
    fitsPatterns(value, schema) &&
    fitsBounds(value, schema)
  );
};

/** Listed values of one schema that the other does not allow; undefined where only the other has a list. */
export const foreignValues = (from: Schema, to: Schema): readonly unknown[] | undefined => {
  const values = from['enum'] as readonly unknown[] | undefined;
  if (values !== undefined) return values.filter((value) => !accepts(to, value));
  return to['enum'] === undefined ? [] : undefined;
};

type Bounds = { readonly low: readonly string[]; readonly high: readonly string[] };
const boundsByType: readonly Bounds[] = [
  { low: ['minimum', 'exclusiveMinimum'], high: ['maximum', 'exclusiveMaximum'] },
  { low: ['minLength'], high: ['maxLength'] },
  { low: ['minItems'], high: ['maxItems'] },
  { low: ['minProperties'], high: ['maxProperties'] },
];

/** The strictest of some bounds as a number and whether the number itself is outside. */
const strictest = (schema: Schema, keywords: readonly string[], sign: 1 | -1): readonly [number, number] => {
  const all = keywords.flatMap((keyword) =>
    typeof schema[keyword] === 'number'
      ? [[sign * schema[keyword], keyword.startsWith('exclusive') ? 1 : 0] as const]
      : [],
  );
  return all.toSorted(([a, aOut], [b, bOut]) => b - a || bOut - aOut)[0] ?? [Number.NEGATIVE_INFINITY, 0];
};

/** Keywords by which one schema is bounded more tightly than the other. */
export const tighterBounds = (from: Schema, to: Schema): readonly string[] =>
  boundsByType.flatMap(({ low, high }) =>
    (
      [
        [low, 1],
        [high, -1],
      ] as const
    ).flatMap(([keywords, sign]) => {
      // Most schemas have no bounds, and what has none is bounded no more tightly.
      if (keywords.every((keyword) => to[keyword] === undefined)) return [];
      const [given, givenOut] = strictest(from, keywords, sign);
      const [allowed, allowedOut] = strictest(to, keywords, sign);
      const isTighter = allowed > given || (allowed === given && allowedOut > givenOut);
      return isTighter ? keywords.filter((keyword) => to[keyword] !== undefined && to[keyword] !== from[keyword]) : [];
    }),
  );

/** Patterns that one schema asks for and the other does not promise. */
export const foreignPatterns = (from: Schema, to: Schema): readonly string[] => {
  const given = (from['patterns'] ?? []) as readonly string[];
  return ((to['patterns'] ?? []) as readonly string[]).filter((pattern) => !given.includes(pattern));
};

const judged: ReadonlySet<string> = new Set([
  ...[
    'types',
    'enum',
    'patterns',
    'anyOf',
    'branchesUnder',
    'properties',
    'required',
    'additionalProperties',
    'propertyNames',
  ],
  ...['items', 'prefixItems', ...boundsByType.flatMap(({ low, high }) => [...low, ...high])],
]);

/** Keywords of the other schema that nothing here understands, and that say something else than before. */
export const unjudged = (from: Schema, to: Schema): readonly string[] =>
  Object.keys(to).filter(
    (keyword) => !judged.has(keyword) && JSON.stringify(from[keyword]) !== JSON.stringify(to[keyword]),
  );
