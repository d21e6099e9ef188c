import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { type RunningEngine, startEngine } from '../../local/engine/choose.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { differenceIn, type Engine } from './difference/compare.ts';
import { known } from './difference/known.ts';
import { type Request, TableName } from './difference/request.ts';
import { sequence } from './difference/sequence.ts';
import { told } from './difference/told.ts';

const sequencesByDefault = 500;
const sequences = Number(process.env['BINDERY_SEQUENCES'] ?? sequencesByDefault);
/** DynamoDB Local answers several times slower than the native engine: it sees every fifth sequence. */
const shareOfSlow = 5;
const msPerSequenceMax = 200;

const available = await Promise.all(
  enginePrograms.map(async (program) => ({ program, isHere: await program.isAvailable() })),
);
const programs = available.filter(({ isHere }) => isHere).map(({ program }) => program);
for (const { program, isHere } of available)
  if (!isHere) console.log(`The engines were not compared with the ${program.title}: it is not available here.`);

describe.runIf(programs.length > 0)('the engines side by side', () => {
  const own: Engine = { kind: 'in-process', client: createInProcessEngine(tableDefinition).client };
  let others: readonly RunningEngine[] = [];
  beforeAll(async () => {
    const wish = { definition: tableDefinition, log: console.log, endpoint: '' };
    others = await Promise.all(programs.map((program) => startEngine({ ...wish, programs: [program] })));
    expect(others.map(({ kind }) => kind)).toEqual(programs.map(({ kind }) => kind));
  });
  afterAll(() => Promise.all(others.map((engine) => engine.stop())));

  const oneOf = async (steps: Parameters<typeof differenceIn>[0], isForAll: boolean, tenant: string) => {
    const beside = others.filter(({ kind }) => isForAll || kind !== 'dynamodb-local' || others.length === 1);
    const difference = await differenceIn(steps, tenant, [own, ...beside], seen);
    for (const { kind } of beside) compared.set(kind, (compared.get(kind) ?? 0) + 1);
    return difference;
  };
  const seen = new Map<string, number>();
  const compared = new Map<string, number>();

  it(
    'answer any sequence of requests alike, but for what is known',
    async () => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(sequence, fc.nat(shareOfSlow - 1), async (steps, draw) => {
          runs += 1;
          expect(await oneOf(steps, draw === 0, `s${runs}`)).toBeUndefined();
        }),
        { numRuns: sequences, seed: 20261123 },
      );
      console.log('Sequences compared:', Object.fromEntries(compared), 'known differences:', Object.fromEntries(seen));
    },
    60_000 + sequences * msPerSequenceMax,
  );

  it.runIf(sequences >= sequencesByDefault)('show every difference that is named as known', () => {
    const expected = known.filter(({ engine }) => others.some(({ kind }) => kind === engine)).map(({ what }) => what);
    expect([...seen.keys()].sort()).toEqual(expected.sort());
  });

  // DynamoDB itself may answer TransactionConflict here. No engine does, so tests/contracts/faults.ts plays it.
  it('let exactly one of many racing transactions win, and fail the others by their condition', async () => {
    const claim = (by: number): Request => ({
      operation: 'transact',
      input: {
        TransactItems: [
          { Put: { TableName, Item: { pk: 'race', sk: 'ONE', by }, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      },
    });
    for (const { client } of [own, ...others]) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, by) => told(client, claim(by))));
      const lost = answers.filter(({ refused }) => refused !== undefined);
      expect(lost).toHaveLength(19);
      for (const one of lost) expect(one['reasons']).toEqual([['ConditionalCheckFailed', undefined]]);
    }
  });
});
