/** Marks what is written into a request letter by letter, where a value of JavaScript could not say it. */
const letters = Symbol('letters');
const entries = Symbol('entries');

export type Verbatim = { readonly [letters]: string };
type Entries = { readonly [entries]: readonly (readonly [string, unknown])[] };

/** A piece of JSON, of a path or of a query as it is to stand there: `1e400`, `%00`. */
export const verbatim = (text: string): Verbatim => ({ [letters]: text });

/** An object whose keys may stand twice, or be called `__proto__`. */
export const withEntries = (pairs: readonly (readonly [string, unknown])[]): Entries => ({ [entries]: pairs });

export const isVerbatim = (value: unknown): value is Verbatim =>
  typeof value === 'object' && value !== null && letters in value;
const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null && entries in value;

export const lettersOf = (value: Verbatim): string => value[letters];

/** The entries of an object, whichever way it is held; of anything else none. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (isEntries(value)) return value[entries];
  return isPlainObject(value) ? Object.entries(value) : [];
};

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isVerbatim(value);

/** JSON with what a mutator wrote by hand in it. */
export const jsonText = (value: unknown): string => {
  if (isVerbatim(value)) return lettersOf(value);
  if (Array.isArray(value)) return `[${value.map((one) => jsonText(one ?? null)).join(',')}]`;
  if (isPlainObject(value)) {
    const members = entriesOf(value).filter(([, inner]) => inner !== undefined);
    return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${jsonText(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

/** Percent-encodes text for a path or a query; half a surrogate pair goes as the bytes that a careless client sends. */
export const encoded = (part: string | Verbatim): string => {
  if (isVerbatim(part)) return lettersOf(part);
  return Array.from(part, (character) => {
    if (character.isWellFormed()) return encodeURIComponent(character);
    const code = character.charCodeAt(0);
    const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    return bytes.map((byte) => `%${byte.toString(16)}`).join('');
  }).join('');
};
