import { describe, expect, it } from 'vitest';
import type { Change, Commit } from '../../../functions/_kit/store.ts';
import { metered } from '../../../functions/_storage/client.ts';
import { answerItem } from '../../../functions/_storage/codec.ts';
import type { TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { commit, remember } from '../../../functions/_storage/commit.ts';

const policyId = `pol_${'a'.repeat(26)}`;
const claimId = `clm_${'a'.repeat(26)}001`;
const at = '2026-11-23T09:00:00.000Z';
const created = '2026-11-23T08:00:00.000Z';
const due = '2026-11-24T08:30:00.000Z';
const hash = '0a'.repeat(32);
const before = { id: policyId, seq: 1, head: 'ab', recordedAt: created, createdAt: created, state: {}, due: undefined };
const change = {
  kind: 'policy',
  before,
  state: { terms: { gross: 1 }, premium: 'paid' },
  record: { tenant: 'shop-a', aggregate: 'policy', id: policyId, seq: 2, recordedAt: at, events: [] },
  hash,
  claims: [],
  due: undefined,
  arm: undefined,
  queue: undefined,
} as unknown as Change;
const answer = { status: 201, body: '{}', contentType: 'application/json', fingerprint: 'asked', callId: 'call-1' };
const wanted: Commit = {
  tenant: 'shop-a',
  answerKey: 'key',
  answer,
  changes: [],
  vaults: [],
  unchanged: [],
  holds: [],
  releases: [],
};

type Action = { readonly Put?: { readonly Item: Record<string, unknown> } };
/** What a commit sends, and what it says of an answer. */
const sent = async (change: Partial<Commit>) => {
  const inputs: TransactWriteCommand['input'][] = [];
  const send = async (command: object) => void inputs.push((command as TransactWriteCommand).input);
  const result = await commit(metered({ send }, { read: 0, write: 0 }), { ...wanted, ...change });
  const [input] = inputs;
  return { result, input, actions: (input?.TransactItems ?? []) as readonly Action[] };
};
const table = { TableName: 'bindery' };
const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
const unchanged = (v: number) => ({ ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': v } });
const answerPut = {
  Put: {
    ...table,
    Item: { pk: 'T#shop-a#KEY#key', sk: 'KEY', f: 'asked', c: 201, b: expect.any(Uint8Array), r: 'call-1' },
    ...absent,
  },
};
const pk = `T#shop-a#POL#${policyId}`;
const listing = (kind: string, id: string) => ({ L: `T#shop-a#LIST#${kind}#0`, LS: `${created}#${id}` });

describe('commit', () => {
  it('writes the state on the version that was read, and record and answer only where none stands', async () => {
    const { result, actions } = await sent({ changes: [change] });
    const h = Buffer.from(hash, 'hex');
    const state = { pk, sk: 'STATE', v: 2, h, at, ca: created, s: { premium: 'paid' }, ...listing('policy', policyId) };
    const recorded = { R: 'REC#2026-11-23T09:00#0', RS: `${at}#${policyId}#0000000002` };
    const record = { pk, sk: 'OP#0000000002', h, z: expect.any(Uint8Array), ...recorded };
    expect(result).toEqual({ status: 'committed' });
    expect(actions).toEqual([
      { Put: { ...table, Item: state, ...unchanged(1) } },
      { Put: { ...table, Item: record, ...absent } },
      answerPut,
    ]);
  });

  it('writes the first state only where none stands, created when it was recorded', async () => {
    const first = { ...change, before: { ...before, seq: 0, createdAt: undefined } };
    const [{ Put } = {}] = (await sent({ changes: [first] })).actions;
    expect(Put).toMatchObject({ ...absent, Item: { ca: at, LS: `${at}#${policyId}` } });
  });

  it('puts what is due and what waits where the clockwork and people look', async () => {
    const waiting = { ...change, due, arm: due, queue: 'claims' };
    const { actions } = await sent({ changes: [waiting] });
    const queued = { due, Q: 'T#shop-a#QUEUE#claims', QS: `${created}#${policyId}` };
    expect(actions[0]?.Put?.Item).toMatchObject(queued);
    const wakeUp = { pk: 'DUE#2026-11-24T08:30#0', sk: `${due}#shop-a#${policyId}`, k: 'policy' };
    expect(actions.slice(2)).toEqual([{ Put: { ...table, Item: wakeUp } }, answerPut]);
  });

  it('moves a claim on from exactly the state that was read', async () => {
    const claim = { id: claimId, before: 1, state: { reportedAt: created }, queue: 'claims' };
    const settled = { ...claim, before: 0, queue: undefined };
    const { actions } = await sent({ changes: [{ ...change, claims: [claim, settled] } as unknown as Change] });
    const item = { pk, sk: 'CLM#001', v: 2, at, s: { reportedAt: created }, ...listing('claim', claimId) };
    const queued = { Q: 'T#shop-a#QUEUE#claims', QS: `${created}#${claimId}` };
    expect(actions.slice(2, 4)).toEqual([
      { Put: { ...table, Item: { ...item, ...queued }, ...unchanged(1) } },
      { Put: { ...table, Item: item, ...absent } },
    ]);
  });

  it('takes a free business key, frees its own, and checks that others are as they were read', async () => {
    const { actions } = await sent({
      unchanged: [
        { kind: 'policy', id: policyId, seq: 0 },
        { kind: 'customer', id: 'cus_1', seq: 3 },
      ],
      vaults: [{ customerId: 'cus_1', wrappedKey: 'wrapped' }],
      holds: [{ hash: 'order', holder: policyId }],
      releases: [{ hash: 'device', holder: policyId }],
    });
    const one = (name: string) => ({ pk: `T#shop-a#ONE#${name}`, sk: 'ONE', a: policyId });
    const free = {
      ConditionExpression: 'attribute_not_exists(pk) OR rl = :released',
      ExpressionAttributeValues: { ':released': true },
    };
    const own = { ConditionExpression: 'a = :holder', ExpressionAttributeValues: { ':holder': policyId } };
    expect(actions).toEqual([
      answerPut,
      { ConditionCheck: { ...table, Key: { pk, sk: 'STATE' }, ...absent } },
      { ConditionCheck: { ...table, Key: { pk: 'T#shop-a#CUS#cus_1', sk: 'STATE' }, ...unchanged(3) } },
      { Put: { ...table, Item: { pk: 'T#shop-a#CUS#cus_1', sk: 'VAULT', w: 'wrapped' }, ...absent } },
      { Put: { ...table, Item: one('order'), ...free } },
      { Put: { ...table, Item: { ...one('device'), rl: true }, ...own } },
    ]);
  });

  it('makes a tenant where none stands, and puts it among the others', async () => {
    const { actions } = await sent({ tenant: 'sbx-new', founding: { tenant: 'sbx-new', wrapped: 'wrapped secret' } });
    expect(actions.slice(0, 2)).toEqual([
      { Put: { ...table, Item: { pk: 'T#sbx-new#TEN', sk: 'VAULT', w: 'wrapped secret' }, ...absent } },
      { Put: { ...table, Item: { pk: 'TENANTS', sk: 'sbx-new' } } },
    ]);
  });

  it('makes the next generation of a sandbox, and says where it lives', async () => {
    const data = { generation: 2, ended: 'sbx-shop', tenant: 'sbx-shop-g2' };
    const events = [{ type: 'tenant.reset', data }];
    const { actions } = await sent({
      tenant: 'sbx-shop',
      founding: { tenant: 'sbx-shop-g2', wrapped: 'wrapped' },
      changes: [{ ...change, record: { ...change.record, tenant: 'sbx-shop', events } } as unknown as Change],
    });
    const keyed = actions.map((action) => Object(action).Put?.Item ?? {}).map(({ pk, sk, n, w }) => ({ pk, sk, n, w }));
    expect(keyed).toContainEqual({ pk: 'T#sbx-shop#TEN', sk: 'GENERATION', n: 2, w: undefined });
    expect(keyed).toContainEqual({ pk: 'T#sbx-shop-g2#TEN', sk: 'VAULT', n: undefined, w: 'wrapped' });
    expect(keyed.map(({ pk, sk }) => `${pk} ${sk}`)).toContain('TENANTS sbx-shop-g2');
  });

  it('tells those who verify tokens what a record revokes, and of nothing else', async () => {
    const events = [
      { type: 'credential.issued', data: { credentialId: 'crd_1', secretId: 'sec_1' } },
      { type: 'credential.secret-revoked', data: { credentialId: 'crd_1', secretId: 'sec_2' } },
      { type: 'credential.revoked', data: { credentialId: 'crd_3' } },
    ];
    const revoking = { ...change, record: { ...change.record, events } } as unknown as Change;
    const { actions } = await sent({ changes: [revoking] });
    const told = (id: string) => ({ Put: { ...table, Item: { pk: 'REVOKED', sk: `${at}#${id}`, i: id } } });
    expect(actions.slice(2)).toEqual([told('sec_2'), told('crd_3'), answerPut]);
  });

  it('carries a token that is the same for this very call alone', async () => {
    const tokenOf = async (of: Partial<Commit>) => (await sent(of)).input?.ClientRequestToken;
    const usual = await tokenOf({ changes: [change] });
    expect(usual).toMatch(/^[0-9a-f]{32}$/);
    expect(await tokenOf({ changes: [change] })).toBe(usual);
    const others = [
      await tokenOf({ changes: [{ ...change, hash: '0b'.repeat(32) }] }),
      await tokenOf({ changes: [change], answerKey: 'other' }),
      await tokenOf({ changes: [change], answer: { ...answer, callId: 'call-2' } }),
    ];
    expect(new Set([usual, ...others]).size).toBe(4);
    expect((await sent({})).input?.ReturnConsumedCapacity).toBe('TOTAL');
  });
});

describe('remember', () => {
  const remembering = (thrown?: Error, read: object = {}) => {
    const inputs: unknown[] = [];
    const send = async (command: object) => {
      const { input } = command as { readonly input: object };
      inputs.push(input);
      if ('RequestItems' in input) return read;
      if (thrown !== undefined) throw thrown;
      return {};
    };
    const client = metered({ send }, { read: 0, write: 0 });
    return { inputs, result: remember(client, 'shop-a', 'key', answer) };
  };
  const named = (name: string) => Object.assign(new Error(name), { name });

  it('keeps a refusal where its key has no answer', async () => {
    const { inputs, result } = remembering();
    expect(await result).toEqual({ status: 'committed' });
    expect(inputs).toEqual([{ ...answerPut.Put, ReturnConsumedCapacity: 'TOTAL' }]);
  });

  it('gives the answer that the key holds, whatever the write said', async () => {
    const { Item } = answerPut.Put;
    const read = { Responses: { bindery: [{ ...Item, ...answerItem(answer) }] } };
    const met = { status: 'answered', answer };
    expect(await remembering(named('ThrottlingException'), read).result).toEqual(met);
    const { inputs, result } = remembering(named('ConditionalCheckFailedException'), read);
    expect(await result).toEqual(met);
    expect(inputs[1]).toMatchObject({
      RequestItems: { bindery: { Keys: [{ pk: Item.pk, sk: Item.sk }], ConsistentRead: true } },
    });
  });

  it('cannot tell what became of it while the key cannot be read', async () => {
    const unreadable = { Responses: { bindery: [{ ...answerPut.Put.Item, b: 'no bytes' }] } };
    const { result } = remembering(named('ConditionalCheckFailedException'), unreadable);
    expect(await result).toEqual({ status: 'unavailable' });
  });

  it('says what became of it when the key has none: lost to another, or unknown', async () => {
    expect(await remembering(named('ConditionalCheckFailedException')).result).toEqual({ status: 'raced' });
    expect(await remembering(named('ThrottlingException')).result).toEqual({ status: 'unavailable' });
    await expect(remembering(named('ValidationException')).result).rejects.toThrow('ValidationException');
  });
});
