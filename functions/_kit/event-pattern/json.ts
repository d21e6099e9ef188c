/** A number whose text is not the one that JavaScript would write: `300.0`, `3e2`. EventBridge compares the text. */
export class Numeral {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Scalar = string | number | boolean | null | Numeral;

type Source = { readonly source?: string };

/** Parses JSON and keeps how its numbers were written. */
export const parseJson = (text: string): unknown =>
  JSON.parse(text, (_name, value: unknown, context?: Source) => {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && source !== String(value) ? new Numeral(source) : value;
  });

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Numeral);

/** Numbers by their text, everything else as it is. */
export const sameScalar = (left: unknown, right: unknown): boolean => {
  const [a, b] = [numberText(left), numberText(right)];
  return a === undefined && b === undefined ? left === right : a === b;
};

const numberText = (value: unknown): string | undefined =>
  value instanceof Numeral ? value.text : typeof value === 'number' ? String(value) : undefined;

/** The value of a number in whatever form; undefined for anything else. */
export const numberOf = (value: unknown): number | undefined => {
  const text = numberText(value);
  return text === undefined ? undefined : Number(text);
};
