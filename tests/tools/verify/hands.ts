import type { Line } from '../../../tools/verify/book.ts';
import { type Evidence, edit, type LineOf } from './evidence.ts';

/** What somebody does to the evidence: one act, at a place and in a way that chance decides. */
export type Hand = (evidence: Evidence, at: number, by: number) => void | Promise<void>;
export type Hands = Readonly<Record<string, Hand>>;

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-,:{}[]" ';

/** Another character at some place. */
export const altered = (text: string, at: number, by: number): string => {
  const place = at % text.length;
  const others = [...alphabet].filter((character) => character !== text[place]);
  return text.slice(0, place) + others[by % others.length] + text.slice(place + 1);
};

/** One of a list; and another one of it. */
export const oneOf = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
};
export const twoOf = <T>(list: readonly T[], at: number, by: number): readonly [T, T] => [
  oneOf(list, at),
  oneOf(list, (at % list.length) + 1 + (by % (list.length - 1))),
];

export const change = <K extends Line['line']>(
  from: Evidence,
  kind: K,
  how: (line: LineOf<K>, at: number) => object | undefined,
): void => {
  from.lines = edit(from, kind, how).lines;
};

export const linesOf = <K extends Line['line']>(from: Evidence, kind: K): readonly LineOf<K>[] =>
  from.lines.map((text) => JSON.parse(text) as Line).filter((line): line is LineOf<K> => line.line === kind);

const namesIn = ({ files }: Evidence): readonly string[] => [...files.keys()].toSorted();

/** What somebody with the keys to the table could do, one thing at a time. */
export const tableHands: Hands = {
  'changes a character of an item': (from, at, by) => {
    const line = by % from.lines.length;
    from.lines[line] = altered(from.lines[line] ?? '', at, by);
  },
  'takes an item away': (from, at) => void from.lines.splice(at % from.lines.length, 1),
  'cuts the export off': (from, at) => void from.lines.splice(1 + (at % (from.lines.length - 1))),
  'puts an item in twice': (from, at) => void from.lines.push(from.lines[at % from.lines.length] ?? ''),
  'puts one record in the place of another': (from, at, by) => {
    const places = linesOf(from, 'record').map((_, place) => place);
    const [one, other] = twoOf(places, at, by);
    const { record, hash } = oneOf(linesOf(from, 'record'), other);
    change(from, 'record', (line, place) => (place === one ? { ...line, record, hash } : line));
  },
};

/** What somebody could do who reaches the archive. */
export const archiveHands: Hands = {
  'changes a character of the archive': (from, at, by) => {
    const name = oneOf(namesIn(from), by);
    from.files.set(name, altered(from.files.get(name) ?? '', at, by));
  },
  'takes evidence out of the archive': (from, at) => void from.files.delete(oneOf(namesIn(from), at)),
  'puts one piece of evidence in the place of another': (from, at, by) => {
    const [one, other] = twoOf(namesIn(from), at, by);
    from.files.set(one, from.files.get(other) ?? '');
  },
  'puts evidence where there was none': (from, at, by) => {
    const name = oneOf(namesIn(from), at);
    const cut = 1 + (by % (name.length - '.json'.length - 1));
    from.files.set(`${name.slice(0, cut)}7${name.slice(cut)}`, from.files.get(name) ?? '');
  },
};

const jsonOf = (value: unknown): string => JSON.stringify(value);
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A file that is no JSON at all is none that anybody verifies.
    return null;
  }
};

/** What a partner could do to what the platform once answered, or a thief on the way. */
export const witnessHands: Hands = {
  'changes a character of a proof that was kept': (from, at, by) => {
    from.proof = parsed(altered(jsonOf(from.proof), at, by));
  },
  'changes a character of a checkpoint that was kept': (from, at, by) => {
    from.kept = from.kept.with(at % from.kept.length, parsed(altered(jsonOf(oneOf(from.kept, at)), by, at)));
  },
};
