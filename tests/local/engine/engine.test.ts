import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import type { Change } from '../../../local/engine/table.ts';
import {
  absent,
  contractTable,
  get,
  Put,
  put,
  query,
  remove,
  TableName,
  transact,
} from '../../contracts/engine/requests.ts';

const anEngine = (now?: () => number) => createInProcessEngine(contractTable, now);
const inPartition = { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'p' } };

describe('isolation', () => {
  it('does not let later changes of what was written or read reach the table', async () => {
    const { client, items } = anEngine();
    const written = { pk: 'p', sk: '1', list: ['a'] };
    await client.send(put(written));
    written.list.push('b');
    const read = (await client.send(get('p', '1'))).Item;
    read?.['list'].push('c');
    const queried = (await client.send(query(inPartition))).Items?.[0];
    queried?.['list'].push('d');
    expect(items()).toEqual([{ pk: 'p', sk: '1', list: ['a'] }]);
  });
});

describe('requests this house does not make', () => {
  it.each([
    ['a scan', new ScanCommand({ TableName })],
    ['an update', new UpdateCommand({ TableName, Key: { pk: 'p', sk: '1' } })],
    [
      'an update in a transaction',
      transact([{ Update: { TableName, Key: { pk: 'p', sk: '1' }, UpdateExpression: 'SET a1 = :a' } }]),
    ],
    ['a parameter that would be ignored', get('p', '1', { ProjectionExpression: 'a1' })],
    [
      'a parameter of an action that would be ignored',
      transact([Put({ pk: 'p', sk: '1' }, { ReturnValues: 'ALL_OLD' })]),
    ],
    [
      'two kinds in one action',
      transact([{ ...Put({ pk: 'p', sk: '1' }), Delete: { TableName, Key: { pk: 'p', sk: '2' } } }]),
    ],
    [
      'a check without a condition',
      transact([{ ConditionCheck: { TableName, Key: { pk: 'p', sk: '1' }, ConditionExpression: undefined } }]),
    ],
    ['new values after a put', put({ pk: 'p', sk: '1' }, { ReturnValues: 'ALL_NEW' })],
    ['an undefined attribute', put({ pk: 'p', sk: '1', gone: undefined })],
  ])('refuses %s', async (_what, command) => {
    const { client, items } = anEngine();
    await expect(client.send(command as never)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(items()).toEqual([]);
  });
});

describe('the stream', () => {
  const listened = () => {
    const engine = anEngine();
    const heard: (readonly Change[])[] = [];
    const end = engine.onCommit((changes) => heard.push(changes));
    return { ...engine, heard, end };
  };
  it('tells each commit in order, a transaction as one', async () => {
    const { client, heard } = listened();
    await client.send(put({ pk: 'p', sk: '1', n: 1 }));
    await client.send(transact([Put({ pk: 'p', sk: '2' }), { Delete: { TableName, Key: { pk: 'p', sk: '1' } } }]));
    expect(heard).toEqual([
      [{ key: { pk: 'p', sk: '1' }, before: undefined, after: { pk: 'p', sk: '1', n: 1 } }],
      [
        { key: { pk: 'p', sk: '2' }, before: undefined, after: { pk: 'p', sk: '2' } },
        { key: { pk: 'p', sk: '1' }, before: { pk: 'p', sk: '1', n: 1 }, after: undefined },
      ],
    ]);
  });
  it('is silent about what failed, was replayed, or changed nothing', async () => {
    const { client, heard } = listened();
    const once = transact([Put({ pk: 'p', sk: '1' })], { ClientRequestToken: 'once' });
    await client.send(once);
    await client.send(once);
    await client.send(put({ pk: 'p', sk: '1' }));
    await client.send(put({ pk: 'p', sk: '1' }, absent)).catch(() => undefined);
    await client.send(transact([Put({ pk: 'p', sk: '1', n: 1 }, absent)])).catch(() => undefined);
    await client.send(remove('p', 'none'));
    expect(heard).toHaveLength(1);
  });
  it('ends when the listener leaves', async () => {
    const { client, heard, end } = listened();
    end();
    await client.send(put({ pk: 'p', sk: '1' }));
    expect(heard).toEqual([]);
  });
});

describe('client request tokens over time', () => {
  const tenMinutes = 10 * 60 * 1000;
  const at = async (elapsed: number, n: number) => {
    let now = 0;
    const { client } = anEngine(() => now);
    const send = (content: number) =>
      client.send(transact([Put({ pk: 'p', sk: '1', n: content })], { ClientRequestToken: 'token' }));
    await send(1);
    await client.send(put({ pk: 'p', sk: '1', n: 'overwritten' }));
    now = elapsed;
    await send(n);
    return (await client.send(get('p', '1'))).Item?.['n'];
  };
  it('replays until the last millisecond of the ten minutes, then writes again', async () => {
    expect(await at(tenMinutes - 1, 1)).toBe('overwritten');
    expect(await at(tenMinutes, 1)).toBe(1);
  });
  it('refuses other content until then, and takes it after', async () => {
    await expect(at(tenMinutes - 1, 2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    expect(await at(tenMinutes, 2)).toBe(2);
  });
  it('sees the condition as part of the content', async () => {
    const { client } = anEngine();
    await client.send(transact([Put({ pk: 'p', sk: '1' })], { ClientRequestToken: 'token' }));
    await expect(
      client.send(transact([Put({ pk: 'p', sk: '1' }, absent)], { ClientRequestToken: 'token' })),
    ).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
  });
});

describe('pages of a query', () => {
  it('end once a megabyte was looked at', async () => {
    const { client } = anEngine();
    for (let at = 0; at < 5; at += 1) await client.send(put({ pk: 'p', sk: `${at}`, x: 'x'.repeat(300_000) }));
    const first = await client.send(query(inPartition));
    expect(first).toMatchObject({ Count: 4, LastEvaluatedKey: { pk: 'p', sk: '3' } });
    const rest = await client.send(query({ ...inPartition, ExclusiveStartKey: first.LastEvaluatedKey }));
    expect(rest.Count).toBe(1);
    expect(rest.LastEvaluatedKey).toBeUndefined();
  });
  it('do not start outside the range asked for', async () => {
    const { client } = anEngine();
    const from = (ExclusiveStartKey: Record<string, string>) =>
      client.send(query({ ...inPartition, ExclusiveStartKey }));
    await expect(from({ pk: 'other', sk: '1' })).rejects.toThrow('outside query boundaries');
  });
});

describe('concurrent transactions', () => {
  it('let exactly one of many conditional writers win', async () => {
    const { client } = anEngine();
    const writers = Array.from({ length: 50 }, (_, n) => client.send(transact([Put({ pk: 'p', sk: '1', n }, absent)])));
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
