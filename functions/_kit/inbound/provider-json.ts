const maxDepth = 32;
const maxNodes = 5_000;

const childrenOf = (value: object): readonly unknown[] => Object.values(value);

/** Level by level, so that depth costs no stack; what is too wide or too deep ends at once. */
const badShape = (root: unknown): string | undefined => {
  let level: readonly unknown[] = [root];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return 'nested-too-deep';
    nodes += level.length;
    if (nodes > maxNodes) return 'too-many-values';
    if (level.some((value) => typeof value === 'number' && !Number.isFinite(value))) return 'number-out-of-range';
    const objects = level.filter((value): value is object => typeof value === 'object' && value !== null);
    if (objects.some((value) => Object.hasOwn(value, '__proto__'))) return 'forbidden-key';
    level = objects.flatMap(childrenOf);
  }
  return undefined;
};

/**
 * Parses what a provider signed. Its size is bounded before; here its shape is. Texts may hold any character, for a
 * customer's name in some field that nobody reads must not keep a payment from being booked: what is read, a schema
 * bounds.
 */
export const parseProviderJson = (text: string): { readonly value: unknown } | { readonly reason: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'not-json' };
  }
  const reason = badShape(value);
  return reason === undefined ? { value } : { reason };
};
