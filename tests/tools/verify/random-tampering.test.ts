import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, findingsIn, someEvidence } from './evidence.ts';

const evidence = await someEvidence();
const copy = (): Evidence => ({ ...evidence, lines: [...evidence.lines], files: new Map(evidence.files) });
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-,:{}[]" ';

/** Another character at some place. */
const altered = (text: string, at: number, by: number): string => {
  const place = at % text.length;
  const others = [...alphabet].filter((character) => character !== text[place]);
  return text.slice(0, place) + others[by % others.length] + text.slice(place + 1);
};

type Hand = (evidence: Evidence, at: number, by: number) => void;
const nameAt = (from: Evidence, at: number): string => [...from.files.keys()].toSorted()[at % from.files.size] ?? '';

/** What somebody with the keys to the table or to the archive could do, one thing at a time. */
const hands: Readonly<Record<string, Hand>> = {
  'changes a character of an item': (from, at, by) => {
    const line = by % from.lines.length;
    from.lines[line] = altered(from.lines[line] ?? '', at, by);
  },
  'takes an item away': (from, at) => void from.lines.splice(at % from.lines.length, 1),
  'cuts the export off': (from, at) => void from.lines.splice(1 + (at % (from.lines.length - 1))),
  'puts an item in twice': (from, at) => void from.lines.push(from.lines[at % from.lines.length] ?? ''),
  'puts one record in the place of another': (from, at, by) => {
    const records = from.lines.flatMap((line, place) => (line.includes('"line":"record"') ? [place] : []));
    const [one = 0, other = 0] = [records[at % records.length], records[by % records.length]];
    const [a, b] = [one, one === other ? (records.find((place) => place !== one) ?? 0) : other].map((place) =>
      JSON.parse(from.lines[place] ?? ''),
    );
    from.lines[one] = JSON.stringify({ ...a, record: b.record, hash: b.hash });
  },
  'changes a character of the archive': (from, at, by) => {
    const name = nameAt(from, by);
    from.files.set(name, altered(from.files.get(name) ?? '', at, by));
  },
  'takes evidence out of the archive': (from, at) => void from.files.delete(nameAt(from, at)),
  'puts one piece of evidence in the place of another': (from, at, by) => {
    const [one, other] = [nameAt(from, at), nameAt(from, at + 1 + (by % (from.files.size - 1)))];
    from.files.set(one, from.files.get(other) ?? '');
  },
};

describe('the verifier', () => {
  it('finds every single act of tampering, of every kind, in 400 at random', async () => {
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(hands)), fc.nat(), fc.nat(), async (name, at, by) => {
        const tampered = copy();
        hands[name]?.(tampered, at, by);
        counts.set(name, (counts.get(name) ?? 0) + 1);
        expect(await findingsIn(tampered), `${name} ${at} ${by}`).not.toEqual([]);
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
    for (const name of Object.keys(hands)) expect(counts.get(name) ?? 0, name).toBeGreaterThan(10);
  });
});
