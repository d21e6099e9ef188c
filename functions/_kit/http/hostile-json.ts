const maxDepth = 16;
const maxNodes = 5_000;
const maxStringLength = 10_000;

/** How deep it may nest, and how many values may still come. */
type Budget = { readonly depth: number; nodes: number };

const forbidden = [0x00, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map((code) =>
  String.fromCodePoint(code),
);

const badString = (text: string): string | undefined => {
  if (text.length > maxStringLength) return 'string-too-long';
  if (!text.isWellFormed()) return 'lone-surrogate';
  // NUL, and the marks that turn the direction of text around, have no place in a name, a number or an address.
  return forbidden.some((character) => text.includes(character)) ? 'forbidden-character' : undefined;
};

const badEntries = (value: object, depth: number, budget: Budget): string | undefined => {
  for (const [key, inner] of Object.entries(value)) {
    const trouble = key === '__proto__' ? 'forbidden-key' : (badString(key) ?? badValue(inner, depth + 1, budget));
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
  return typeof value === 'object' && value !== null ? badEntries(value, depth, budget) : undefined;
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
