import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { recordItem } from '../../../functions/_storage/codec.ts';
import { PutCommand } from '../../../functions/_storage/commands.ts';
import { tapped } from '../../../local/bus/tap.ts';
import { aRecord } from '../../infra/fixture.ts';

const key = { pk: 'T#shop-a#CUS#cus_1', sk: 'OP#0000000007' };
const written = async (Item: Record<string, unknown>) => {
  const table: TableClient = { send: async () => ({ written: true }) };
  const [published, split]: [string[], boolean[]] = [[], []];
  const client = tapped(
    table,
    (events) => void published.push(...events.map(({ type }) => type)),
    (failed) => void split.push(failed),
  );
  const answer = await client.send(new PutCommand({ TableName: 'bindery', Item }));
  return { answer, published, split };
};

describe('what was written', () => {
  it('is split into events, and told as split', async () => {
    const { published, split } = await written({ ...key, ...recordItem(aRecord, 'ab'.repeat(32)) });
    expect([published, split]).toEqual([['operation.recorded'], [false]]);
  });
  it('is written all the same where it cannot be split, and told as a failure', async () => {
    const { answer, published, split } = await written({ ...key, h: Buffer.alloc(32), z: Buffer.from('no record') });
    expect(answer).toEqual({ written: true });
    expect([published, split]).toEqual([[], [true]]);
  });
  it('says nothing of what is no record', async () => {
    const { published, split } = await written({ ...key, sk: 'STATE' });
    expect([published, split]).toEqual([[], []]);
  });
});
