const maxDepth = 16;
const maxNodes = 5_000;
const maxStringLength = 10_000;

/** How deep it may nest, and how many values may still come. */
type Budget = { readonly depth: number; nodes: number };

/** NUL, and the marks that turn the direction of text around, have no place in a name, a number or an address. */
const forbidden = new RegExp(`[${String.raw`\0\u202a-\u202e\u2066-\u2069`}]`);

const badString = (text: string): string | undefined => {
  if (text.length > maxStringLength) return 'string-too-long';
  if (!text.isWellFormed()) return 'lone-surrogate';
  return forbidden.test(text) ? 'forbidden-character' : undefined;
};

const badElements = (values: readonly unknown[], depth: number, budget: Budget): string | undefined => {
  for (const inner of values) {
    const trouble = badValue(inner, depth + 1, budget);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
};

/** What was parsed has no properties but its own, so that they can be gone through without a list of them. */
const badProperties = (value: Readonly<Record<string, unknown>>, depth: number, budget: Budget): string | undefined => {
  for (const key in value) {
    if (key === '__proto__') return 'forbidden-key';
    const trouble = badString(key) ?? badValue(value[key], depth + 1, budget);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
};

const badValue = (value: unknown, depth: number, budget: Budget): string | undefined => {
  budget.nodes -= 1;
  if (budget.nodes < 0) return 'too-many-values';
  if (depth > budget.depth) return 'nested-too-deep';
  if (typeof value === 'string') return badString(value);
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'number-out-of-range';
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value)
    ? badElements(value, depth, budget)
    : badProperties(value as Readonly<Record<string, unknown>>, depth, budget);
};

/** Parses a JSON document that may be hostile; says why it is refused, before any schema sees it. */
export const parseHostileJson = (
  text: string,
  /** How many documents of the usual size it may hold, and how many levels down they stand. */
  holds = { documents: 1, levels: 0 },
): { readonly value: unknown } | { readonly reason: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'not-json' };
  }
  const reason = badValue(value, 0, { depth: maxDepth + holds.levels, nodes: maxNodes * holds.documents });
  return reason === undefined ? { value } : { reason };
};
