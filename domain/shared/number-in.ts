/**
 * A whole number in a query, where everything is text: digits alone. `0x10`, `1e1`, ` 5 ` and nothing at all are
 * numbers to a computer, and typing errors to everybody else; they are left as they are, for the schema to refuse.
 */
export const numberIn = (text: unknown): unknown => (/^(0|[1-9]\d*)$/.test(String(text)) ? Number(text) : text);
