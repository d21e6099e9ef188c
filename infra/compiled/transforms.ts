import * as z from 'zod';

type Transform = (value: unknown, payload: unknown) => unknown;
type Def = { transform?: Transform };

/** Given to a function that zod wrote, to hear which function of ours it calls. */
const whose: unique symbol = Symbol('whose');

const insideOf = (value: unknown): readonly unknown[] =>
  value instanceof z.ZodType
    ? [value._zod.def]
    : typeof value === 'object' && value !== null
      ? Object.values(value)
      : [];

/** Every definition inside of a schema; schemas that stand in several places are looked at once. */
const defsIn = (schema: z.ZodType): ReadonlySet<unknown> => {
  const seen = new Set<unknown>([schema]);
  // A set that grows while it is walked is walked to its end.
  for (const one of seen) for (const inner of insideOf(one)) seen.add(inner);
  return seen;
};

const hasTransform = (def: unknown): def is Required<Def> => typeof Object(def).transform === 'function';

/**
 * Works while every transform in a schema answers who it is. zod hides a transform in a function of its own, which
 * would otherwise not say what it calls.
 */
export const whileAnswering = <T>(schema: z.ZodType, work: () => T): T => {
  const found = [...defsIn(schema)].filter(hasTransform).map((def) => ({ def, transform: def.transform }));
  try {
    for (const { def, transform } of found)
      def.transform = (value, payload) => (value === whose ? transform : transform(value, payload));
    return work();
  } finally {
    for (const { def, transform } of found) def.transform = transform;
  }
};

/** The function of ours inside of what zod wrote for a transform; undefined for any other function. */
export const transformIn = (written: unknown): unknown =>
  typeof written === 'function' && String(written).includes('transformFn(') ? written(whose) : undefined;
