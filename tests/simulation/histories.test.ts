import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../local/entries.ts';
import { alphabet } from './faults.ts';
import { runHistory } from './histories/run-history.ts';
import { addHistory, emptyTally, linesOf } from './histories/tally.ts';

const entries = await loadEntries();
/** The long proof asks for more. */
const count = Number(process.env['BINDERY_HISTORIES'] ?? 1_000);
/** A slow and busy machine takes so long for one, at the most. */
const msPerHistory = 300;

/** Every refusal that the clients of a history can meet. */
const refusals = [
  ...['policy-state-refuses', 'claim-open', 'cancellation-closed', 'preview-outdated'],
  ...['milestone-not-in-product', 'milestone-in-future', 'milestone-out-of-order'],
  ...['loss-after-report', 'not-in-force', 'excluded', 'claim-already-open', 'waybill-already-used'],
  ...['quote-already-bound', 'object-already-insured', 'disclosures-not-acknowledged', 'quote-expired'],
  'webhook-signature-invalid',
];
/** What can go wrong while nothing but requests and their reads and writes happens. */
const faults = (['read', 'write'] as const).flatMap((boundary) =>
  alphabet[boundary].map((kind) => `${boundary} ${kind}`),
);

const neverCounted = (names: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] =>
  names.filter((name) => (counts.get(name) ?? 0) === 0);

describe('what eight clients see of one policy', () => {
  it(`is explained by one order of what they did, in ${count} histories`, {
    timeout: count * msPerHistory,
  }, async () => {
    const tally = emptyTally();
    for (let seed = 1; seed <= count; seed += 1) addHistory(tally, await runHistory(entries, seed));
    console.log(linesOf(tally).join('\n'));
    expect(tally.unexplained.slice(0, 3).join('\n\n')).toBe('');
    expect(tally.histories).toBe(count);
    expect(tally.credulous).toEqual([]);
    expect(neverCounted(refusals, tally.refusals)).toEqual([]);
    expect([...tally.refusals.keys()].filter((code) => !refusals.includes(code))).toEqual([]);
    expect(neverCounted(['preview', 'cancel', 'milestone', 'claim', 'pay', 'bind', 'read'], tally.effects)).toEqual([]);
    expect(neverCounted([...faults, 'secret secret-unavailable'], tally.faults)).toEqual([]);
    expect(Math.min(tally.overlapping, tally.reordered, tally.repeated)).toBeGreaterThan(0);
  });

  it('is the same, word for word, for the same seed', async () => {
    const [once, again] = [await runHistory(entries, 11), await runHistory(entries, 11)];
    expect(again.operations).toEqual(once.operations);
    expect([...again.faults]).toEqual([...once.faults]);
    expect((await runHistory(entries, 12)).operations).not.toEqual(once.operations);
  });
});
