import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProof } from '../../../tools/verify/check-proof.ts';
import { reportOf } from '../../../tools/verify/report.ts';
import { type Evidence, someEvidence, verify } from './evidence.ts';
import { carefulHands, checkpointHands, feedHands, markHands, signatureHands, tileHands } from './forgers.ts';
import { archiveHands, tableHands, witnessHands } from './hands.ts';

/** How often somebody tampers; the long run before a release does it 100 000 times. */
const acts = Number(process.env['BINDERY_TAMPERINGS'] ?? 2_000);

const evidence = await someEvidence();
const copy = (): Evidence => ({ ...evidence, lines: [...evidence.lines], files: new Map(evidence.files) });

const textOf = ({ lines, proof, kept, files }: Evidence): string => JSON.stringify([lines, proof, kept, [...files]]);
const untouched = textOf(evidence);

/** What `npm run verify` says of all of it: the book, and what a partner has kept of it. */
const holds = async (one: Evidence): Promise<boolean> =>
  reportOf([await checkProof(one.proof, one.open), ...(await verify(one))]).holds;

const hands = {
  ...{ ...tableHands, ...archiveHands, ...witnessHands, ...feedHands, ...markHands },
  ...{ ...checkpointHands, ...signatureHands, ...tileHands, ...carefulHands },
};

describe('the verifier', () => {
  it('finds nothing before anybody has tampered', async () => {
    expect(await holds(copy())).toBe(true);
  });

  it(
    `finds every single act of tampering, of every kind, in ${acts} at random`,
    async () => {
      const counts = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...Object.keys(hands)), fc.nat(), fc.nat(), async (name, at, by) => {
          const tampered = copy();
          await hands[name]?.(tampered, at, by);
          if (textOf(tampered) === untouched) throw new Error(`${name} ${at} ${by} changed nothing.`);
          counts.set(name, (counts.get(name) ?? 0) + 1);
          if (await holds(tampered)) throw new Error(`${name} ${at} ${by} was not found.`);
        }),
        { numRuns: acts, seed: 20_261_123 },
      );
      const expected = Math.floor(acts / Object.keys(hands).length / 4);
      for (const name of Object.keys(hands)) expect(counts.get(name) ?? 0, name).toBeGreaterThanOrEqual(expected);
    },
    60_000 + acts * 20,
  );
});
