import type {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEngine, startEngine } from '../../local/engine/choose.ts';
import type { DynamoClient } from '../../local/engine/client.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { nativeProgram } from '../../local/engine/native.ts';
import {
  batch,
  contractTable,
  type Extra,
  get,
  Put,
  put,
  query,
  remove,
  TableName,
  transact,
} from './engine/requests.ts';

if (nativeProgram() === undefined)
  console.log('The engines were not compared: npm has no native one for this platform.');

type Command = BatchGetCommand | DeleteCommand | GetCommand | PutCommand | QueryCommand | TransactWriteCommand;
type Step = (partition: string) => Command;

const sk = fc.constantFrom('a', 'b', 'c', 'd');
const n = fc.integer({ min: 0, max: 3 });
const condition: fc.Arbitrary<Extra> = fc.oneof(
  fc.constant({}),
  fc.constantFrom(
    { ConditionExpression: 'attribute_not_exists(pk)' },
    { ConditionExpression: 'attribute_exists(pk) AND NOT attribute_exists(made)' },
  ),
  fc.tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), n).map(([by, value]) => ({
    ConditionExpression: `n ${by} :n OR kind = :k`,
    ExpressionAttributeValues: { ':n': value, ':k': 'even' },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })),
);
const content = fc.record(
  { n, kind: fc.constantFrom('even', 'odd'), made: fc.constantFrom('1', '2') },
  { requiredKeys: ['n'] },
);
const metered = { ReturnConsumedCapacity: 'INDEXES' };

const action = fc.record({ sk, content, condition, kind: fc.constantFrom('put', 'delete', 'check') });
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;
const actionIn = (partition: string, { sk: sortKey, content: item, condition: extra, kind }: Action) => {
  const keyed = {
    TableName,
    Key: { pk: partition, sk: sortKey },
    ConditionExpression: 'attribute_exists(pk)',
    ...extra,
  };
  if (kind === 'check') return { ConditionCheck: keyed };
  return kind === 'delete' ? { Delete: keyed } : Put({ pk: partition, sk: sortKey, ...item }, extra);
};

/** Any request of the kinds that the storage adapter makes, within one partition so that runs do not meet. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(sk, content, condition).map(
    ([at, item, extra]) =>
      (pk: string) =>
        put({ pk, sk: at, ...item }, { ...extra, ...metered }),
  ),
  fc.tuple(sk, condition).map(
    ([at, extra]) =>
      (pk: string) =>
        remove(pk, at, { ...extra, ReturnValues: 'ALL_OLD' }),
  ),
  fc.array(action, { minLength: 1, maxLength: 4 }).map(
    (actions) => (pk: string) =>
      transact(
        actions.map((each) => actionIn(pk, each)),
        metered,
      ),
  ),
  sk.map((at) => (pk: string) => get(pk, at, metered)),
  fc.constant((pk: string) => batch(['a', 'b', 'c', 'd'].map((at) => ({ pk, sk: at })))),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), sk, fc.boolean(), fc.integer({ min: 1, max: 4 })).map(
    ([by, at, ScanIndexForward, Limit]) =>
      (pk: string) =>
        query({
          KeyConditionExpression: `pk = :p AND sk ${by} :s`,
          FilterExpression: 'n > :n',
          ExpressionAttributeValues: { ':p': pk, ':s': at, ':n': 0 },
          ScanIndexForward,
          Limit,
          ConsistentRead: true,
        }),
  ),
);

const sorted = (items: unknown): unknown =>
  Array.isArray(items) ? items.toSorted((left, right) => String(left.sk).localeCompare(right.sk)) : items;

/** What a caller can tell from an answer or an error, in one form for both engines. */
const told = async (client: DynamoClient, command: Command): Promise<unknown> => {
  try {
    const { $metadata: _, Responses, ConsumedCapacity, ...rest } = Object(await client.send(command as never));
    const units = [ConsumedCapacity].flat().map((each) => each?.CapacityUnits);
    return JSON.parse(JSON.stringify({ ...rest, found: sorted(Responses?.[TableName]), units }));
  } catch (error) {
    const { name, Item, CancellationReasons } = Object(error);
    const reasons = CancellationReasons?.map((reason: { Code: string; Item?: unknown }) => [reason.Code, reason.Item]);
    return { name, Item, reasons };
  }
};

describe.runIf(nativeProgram() !== undefined)('the in-process engine beside the native one', () => {
  let native: RunningEngine;
  beforeAll(async () => {
    native = await startEngine({ definition: contractTable, log: console.log, endpoint: '' });
  });
  afterAll(() => native?.stop());

  it('answers any sequence of requests alike', async () => {
    expect(native.kind).toBe('native');
    const own = createInProcessEngine(contractTable).client;
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        runs += 1;
        for (const make of steps) {
          const command = () => make(`run${runs}`);
          expect(await told(own, command())).toEqual(await told(native.client, command()));
        }
      }),
      { numRuns: 50, seed: 20261123 },
    );
  });
});
