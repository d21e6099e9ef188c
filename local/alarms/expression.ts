import { type Reader, reader } from './tokens.ts';

/** A value of one period; undefined where there is none. */
export type Value = number | undefined;
/** Computes a value from those of other metrics of the same period. */
export type Formula = { readonly names: readonly string[]; readonly of: (given: (name: string) => Value) => Value };

type Compute = (given: (name: string) => Value) => Value;
type Part = { readonly names: readonly string[]; readonly of: Compute } & { readonly list?: readonly Part[] };

/** Nothing follows from a value that is missing, and no number from a division by zero. */
const known =
  (compute: (...values: number[]) => number) =>
  (...values: readonly Value[]): Value => {
    const numbers = values.filter((value) => value !== undefined);
    const result = numbers.length === values.length ? compute(...numbers) : undefined;
    return result === undefined || !Number.isFinite(result) ? undefined : result;
  };
const truth = (compute: (a: number, b: number) => boolean) => known((a, b) => (compute(a ?? 0, b ?? 0) ? 1 : 0));

type Binary = (a: Value, b: Value) => Value;
const arithmetic = (compute: (a: number, b: number) => number): Binary => known((a, b) => compute(a ?? 0, b ?? 0));

/** Loosest first; signs of one line bind alike, from left to right. */
const levels: readonly Readonly<Record<string, Binary>>[] = [
  { '||': truth((a, b) => a !== 0 || b !== 0), OR: truth((a, b) => a !== 0 || b !== 0) },
  { '&&': truth((a, b) => a !== 0 && b !== 0), AND: truth((a, b) => a !== 0 && b !== 0) },
  {
    '>=': truth((a, b) => a >= b),
    '<=': truth((a, b) => a <= b),
    '==': truth((a, b) => a === b),
    '!=': truth((a, b) => a !== b),
    '>': truth((a, b) => a > b),
    '<': truth((a, b) => a < b),
  },
  { '+': arithmetic((a, b) => a + b), '-': arithmetic((a, b) => a - b) },
  { '*': arithmetic((a, b) => a * b), '/': arithmetic((a, b) => a / b) },
  { '^': arithmetic((a, b) => a ** b) },
];

/** What is there of several series, taken together; nothing where none has a value. */
const together =
  (compute: (values: readonly number[]) => number) =>
  (parts: readonly Part[]): Compute =>
  (given) => {
    const values = parts.flatMap(({ list = [] }) => list).flatMap((part) => part.of(given) ?? []);
    return values.length === 0 ? undefined : compute(values);
  };
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

type Call = {
  readonly takes: readonly [least: number, most: number];
  /** It takes a list of series; of one alone it would compute something else in the cloud. */
  readonly listed?: boolean;
  readonly made: (parts: readonly Part[]) => Compute;
};
const one = (compute: (value: number) => number): Call => ({
  takes: [1, 1],
  made:
    ([value]) =>
    (given) =>
      known((a) => compute(a ?? 0))(value?.of(given)),
});
const calls: Readonly<Record<string, Call>> = {
  FILL: {
    takes: [2, 2],
    made:
      ([value, otherwise]) =>
      (given) =>
        value?.of(given) ?? otherwise?.of(given),
  },
  IF: {
    takes: [2, 3],
    made:
      ([condition, then, otherwise]) =>
      (given) => {
        const holds = condition?.of(given);
        if (holds === undefined) return undefined;
        return holds === 0 ? otherwise?.of(given) : then?.of(given);
      },
  },
  SUM: { takes: [1, 1], listed: true, made: together(sum) },
  MAX: { takes: [1, 1], listed: true, made: together((values) => Math.max(...values)) },
  MIN: { takes: [1, 1], listed: true, made: together((values) => Math.min(...values)) },
  AVG: { takes: [1, 1], listed: true, made: together((values) => sum(values) / values.length) },
  ABS: one(Math.abs),
  CEIL: one(Math.ceil),
  FLOOR: one(Math.floor),
};

const namesIn = (parts: readonly Part[]): readonly string[] => [...new Set(parts.flatMap(({ names }) => names))];

const listUntil = (words: Reader, end: string): readonly Part[] => {
  const parts = [level(words, 0)];
  while (words.take(',') !== undefined) parts.push(level(words, 0));
  words.need(end);
  return parts;
};

const call = (words: Reader, name: string): Part => {
  const found = Object.entries(calls).find(([each]) => each === name)?.[1];
  if (found === undefined) throw new Error(`Nobody here can compute ${name}.`);
  const parts = listUntil(words, ')');
  const [least, most] = found.takes;
  if (parts.length < least || parts.length > most) throw new Error(`${name} does not take ${parts.length} values.`);
  if ((found.listed === true) !== parts.some(({ list }) => list !== undefined))
    throw new Error(found.listed === true ? `${name} takes a list in brackets.` : `${name} takes no list.`);
  return { names: namesIn(parts), of: found.made(parts) };
};

const primary = (words: Reader): Part => {
  if (words.take('-') !== undefined) {
    const part = primary(words);
    return { names: part.names, of: (given) => known((a) => -(a ?? 0))(part.of(given)) };
  }
  if (words.take('(') !== undefined) {
    const part = level(words, 0);
    words.need(')');
    return part;
  }
  if (words.take('[') !== undefined) {
    const list = listUntil(words, ']');
    return { names: namesIn(list), of: () => undefined, list };
  }
  const { kind, text } = words.next();
  if (kind === 'number') return { names: [], of: () => Number(text) };
  if (kind !== 'name') throw new Error(`"${text}" is no value.`);
  if (words.take('(') !== undefined) return call(words, text);
  return { names: [text], of: (given) => given(text) };
};

const level = (words: Reader, at: number): Part => {
  const signs = levels[at];
  if (signs === undefined) return primary(words);
  let left = level(words, at + 1);
  for (let sign = words.take(...Object.keys(signs)); sign !== undefined; sign = words.take(...Object.keys(signs))) {
    const [before, after, compute] = [left, level(words, at + 1), signs[sign]];
    left = {
      names: namesIn([before, after]),
      of: (given) => compute?.(before.of(given), after.of(given)),
    };
  }
  return left;
};

/** Reads an expression of CloudWatch's metric math; throws for whatever cannot be computed here. */
export const formulaOf = (source: string): Formula => {
  const words = reader(source);
  const part = level(words, 0);
  if (!words.isAtEnd()) words.fail();
  if (part.list !== undefined) throw new Error(`"${source}" gives several series, and an alarm watches one.`);
  return { names: part.names, of: part.of };
};
