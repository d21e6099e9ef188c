import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { batch, get, Put, put, query, remove, TableName, transact } from './requests.ts';

/** What an answer reports, without the undefined members that the SDK leaves in it. */
const units = (answer: object): unknown => JSON.parse(JSON.stringify(answer)).ConsumedCapacity;

const total = { ReturnConsumedCapacity: 'TOTAL' };
const detailed = { ReturnConsumedCapacity: 'INDEXES' };
const weighing = (sk: string, bytes: number) => ({
  pk: 'c',
  sk,
  x: 'x'.repeat(bytes - 'pkcskx'.length - sk.length),
});

/** The units of requests over one item. */
export const capacityContract = (client: DynamoClient): void => {
  describe('capacity', () => {
    it.each([
      [1024, 1, 1],
      [1025, 2, 1],
      [4096, 4, 1],
      [4097, 5, 2],
    ])('counts %i bytes as %i units written and %i read', async (bytes, written, read) => {
      const answer = await client.send(put(weighing(`s${bytes}`, bytes), total));
      expect(units(answer)).toMatchObject({ CapacityUnits: written });
      expect(units(await client.send(get('c', `s${bytes}`, total)))).toMatchObject({ CapacityUnits: read });
      const cheaper = await client.send(get('c', `s${bytes}`, { ...total, ConsistentRead: false }));
      expect(units(cheaper)).toMatchObject({ CapacityUnits: read / 2 });
    });
    it('counts what lists, maps, numbers and names weigh', async () => {
      // pk c (3) + sk w (3) + names n, m, l, z (4) + 12345 (4) + {a: 1} (3 + 1 + 1 + 2) + [true] (3 + 1 + 1) + null (1)
      const content = { n: 12345, m: { a: 1 }, l: [true], z: null };
      const weighed = 3 + 3 + 4 + 4 + 7 + 5 + 1;
      for (const [bytes, written] of [
        [1024, 1],
        [1025, 2],
      ] as const) {
        const item = { pk: 'c', sk: 'w', ...content, x: 'x'.repeat(bytes - weighed - 1) };
        await client.send(remove('c', 'w'));
        const answer = await client.send(put(item, total));
        expect(units(answer)).toMatchObject({ CapacityUnits: written });
      }
    });
    it('counts one unit for an index entry that comes or goes, two when it moves, none when it stays', async () => {
      const counted = async (made: string | undefined) =>
        units(
          await client.send(
            put({ pk: 'c', sk: 'i', ...(made !== undefined && { kind: 'cap', made }), n: made ?? 0 }, detailed),
          ),
        );
      const inIndex = (n: number) => ({
        CapacityUnits: 1 + n,
        GlobalSecondaryIndexes: { byKind: { CapacityUnits: n } },
      });
      const answers = [await counted('1'), await counted('2'), await counted('2'), await counted(undefined)];
      expect(answers[0]).toMatchObject(inIndex(1));
      expect(answers[1]).toMatchObject(inIndex(2));
      expect(answers[2]).toMatchObject({ CapacityUnits: 1 });
      expect(answers[3]).toMatchObject(inIndex(1));
    });
  });
};

/** The units of requests over several items. */
export const sharedCapacityContract = (client: DynamoClient): void => {
  describe('capacity of several items at once', () => {
    const written = (units: number) => ({ CapacityUnits: units, WriteCapacityUnits: units });
    const readAgain = (units: number) => ({ CapacityUnits: units, ReadCapacityUnits: units });
    it('doubles the table in a transaction, not the index, and counts a check as a write', async () => {
      await client.send(put({ pk: 'c', sk: 'checked' }));
      const actions = [
        Put({ pk: 'c', sk: 'tx1', kind: 'captx', made: '1' }),
        Put(weighing('tx2', 1025)),
        {
          ConditionCheck: { TableName, Key: { pk: 'c', sk: 'checked' }, ConditionExpression: 'attribute_exists(pk)' },
        },
      ];
      const extra = { ...detailed, ClientRequestToken: 'capacity' };
      const answer = await client.send(transact(actions, extra));
      const replayed = await client.send(transact(actions, extra));
      expect(units(answer)).toMatchObject([
        { ...written(9), Table: written(8), GlobalSecondaryIndexes: { byKind: written(1) } },
      ]);
      expect(units(replayed)).toMatchObject([{ ...readAgain(6), Table: readAgain(6) }]);
    });
    it('counts a batch item by item, absent ones too, and a query by its sum', async () => {
      await client.send(put({ pk: 'cq', sk: '1', x: 'x'.repeat(3000) }));
      await client.send(put({ pk: 'cq', sk: '2', x: 'x'.repeat(3000) }));
      const keys = ['1', '2', 'none'].map((sk) => ({ pk: 'cq', sk }));
      const batched = await client.send(batch(keys, { ReturnConsumedCapacity: 'TOTAL' }));
      const queried = await client.send(
        query({
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': 'cq' },
          ConsistentRead: true,
          ReturnConsumedCapacity: 'TOTAL',
        }),
      );
      expect(units(batched)).toMatchObject([{ CapacityUnits: 3 }]);
      expect(units(queried)).toMatchObject({ CapacityUnits: 2 });
    });
  });
};
