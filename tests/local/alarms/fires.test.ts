import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import { GetCommand, PutCommand } from '../../../functions/_storage/commands.ts';
import { type Key, keys, tableDefinition } from '../../../functions/_storage/keys.ts';
import { advance } from '../../../local/demo/advance.ts';
import { textAt } from '../../../local/demo/client.ts';
import { aClaimFor, aRehearsal, minuteMs, type Rehearsal } from './rehearsal.ts';

let here: Rehearsal;
beforeAll(async () => {
  here = await aRehearsal();
});
afterAll(() => here.stop());
afterEach(() => vi.restoreAllMocks());

const forgedWebhook = async (): Promise<void> => {
  const tenant = textAt((await here.client.raw('/sandbox')).body, 'tenant');
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` };
  const body = JSON.stringify({ id: 'evt_forged', type: 'payment_intent.succeeded', data: { object: {} } });
  const answer = await here.client.raw(`/v1/payment-webhooks/${tenant}`, { method: 'POST', headers, body });
  expect(answer.body).toMatchObject({ code: 'webhook-signature-invalid' });
};

describe('bad webhook signatures', () => {
  it('ring at the tenth within five minutes and not at the ninth, and are forgotten after five', async () => {
    const alarm = 'webhook signatures are wrong';
    const began = Date.now();
    for (let each = 0; each < 9; each += 1) await forgedWebhook();
    expect(await here.stateAt(alarm)).toBe('OK');
    await forgedWebhook();
    expect(await here.alarmAt(alarm, Date.now())).toMatchObject({
      ...{ state: 'ALARM', severity: 'orange', runbook: 'docs/operations/runbooks/webhook-signatures-are-wrong.md' },
      reason: 'webhook signatures are wrong: 10 in 5 minutes; it rings at or above 10.',
    });
    expect(await here.stateAt(alarm, began + 4 * minuteMs)).toBe('ALARM');
    expect(await here.stateAt(alarm, Date.now() + 5 * minuteMs)).toBe('OK');
  });
});

describe('a slow dependency', () => {
  const alarm = 'partners-anyone is slow';
  let shiftMs = 0;
  /** Whoever signs tokens takes so long: only the clocks know, so that nobody has to wait. */
  const signingTakes = (ms: number): void => {
    const { tokenSigner } = here.bindery.platform.services;
    const [now, wall] = [performance.now.bind(performance), Date.now.bind(Date)];
    let lost = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + lost);
    vi.spyOn(Date, 'now').mockImplementation(() => wall() + shiftMs);
    const { sign } = tokenSigner;
    vi.spyOn(tokenSigner, 'sign').mockImplementation((...given) => {
      lost += ms;
      return sign(...given);
    });
  };
  const login = async (): Promise<void> => {
    const { clientId, secret } = here.bindery.credentials.partner;
    const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: 'grant_type=client_credentials' };
    expect((await here.client.raw('/oauth/token', init)).status).toBe(200);
  };

  it('rings once it took four fifths of the function’s time in three periods running', async () => {
    signingTakes(8_000);
    for (const period of [0, 1]) {
      shiftMs = period * 5 * minuteMs;
      await login();
      expect(await here.stateAt(alarm, Date.now())).toBe('OK');
    }
    shiftMs = 10 * minuteMs;
    await login();
    expect(await here.stateAt(alarm, Date.now())).toBe('ALARM');
  });

  it('is over with the first period in which it is quick', async () => {
    signingTakes(10);
    shiftMs = 15 * minuteMs;
    await login();
    expect(await here.stateAt(alarm, Date.now())).toBe('OK');
  });
});

describe('a poisoned event', () => {
  const alarm = 'adjudicate-claim gives up';
  it('ends as a dead letter, rings with the promise that it breaks, and is quiet once it is dropped', async () => {
    const nobodys = { tenant: 'shop-of-nobody', id: 'clm_none.1.1', type: 'claim.registered', data: {} };
    const event = { specversion: '1.0', source: '/', subject: 'none', time: '2026-11-23T08:00:00.000Z', ...nobodys };
    expect(await here.stateAt(alarm)).toBe('OK');
    here.bindery.bus.publish([{ ...event, sequence: 1, requestid: 'req_1' } as unknown as CloudEvent]);
    await here.bindery.idle();
    expect(await here.stateAt(alarm)).toBe('ALARM');
    expect(await here.alarmAt('claims are paid', Date.now())).toMatchObject({
      ...{ kind: 'promise', severity: 'red', state: 'ALARM' },
      reason: expect.stringContaining('adjudicate-claim gives up'),
    });
    const { deadLetters } = here.source;
    for (const { id } of await deadLetters.list())
      await deadLetters.drop(id, { by: 'a test', reason: 'no claim of this name was ever reported' });
    expect(await here.stateAt(alarm, Date.now() + 5 * minuteMs)).toBe('OK');
    expect(await here.stateAt('claims are paid', Date.now() + 20 * minuteMs)).toBe('OK');
  });
});

describe('a stuck payout', () => {
  it('rings when its outcome is still unknown after it was asked for, and for an hour', async () => {
    const alarm = 'payouts are stuck';
    await aClaimFor(here, 'ba_ProviderBroken');
    for (const [span, state] of [
      ['PT11M', 'OK'],
      ['PT21M', 'ALARM'],
    ] as const) {
      await advance(here.client, span);
      await here.bindery.idle();
      expect([span, await here.stateAt(alarm)]).toEqual([span, state]);
    }
    await advance(here.client, 'PT41M');
    await here.bindery.idle();
    expect(await here.stateAt('claims are paid')).toBe('ALARM');
    expect(await here.stateAt(alarm, Date.now() + 58 * minuteMs)).toBe('ALARM');
    expect(await here.stateAt(alarm, Date.now() + 61 * minuteMs)).toBe('OK');
  });
});

describe('a broken chain', () => {
  const item = async (key: Key) => {
    const answer = await here.bindery.table.send(new GetCommand({ TableName: tableDefinition.tableName, Key: key }));
    return Object(answer).Item;
  };
  const put = (Item: Record<string, unknown>) =>
    here.bindery.table.send(new PutCommand({ TableName: tableDefinition.tableName, Item }));

  it('rings red when a record was changed and is told again, and is quiet once it is what it was', async () => {
    const buyer = { name: '李小红', phone: '+8613800138001', locale: 'zh-CN', email: 'li@example.com' };
    const customerId = textAt((await here.client.post('partner', '/customers', { body: buyer })).body, 'customerId');
    await here.bindery.idle();
    const tenant = textAt((await here.client.raw('/sandbox')).body, 'tenant');
    const ref = { tenant, kind: 'customer', id: customerId, seq: 1 };
    const [stored] = await here.bindery.platform.audit({ read: 0, write: 0 }).records([ref]);
    if (typeof stored !== 'object') throw new Error('There is no such record.');
    const key = keys.record(tenant, 'customer', customerId, 1);
    const before = await item(key);
    expect(await here.stateAt('a chain is broken')).toBe('OK');

    await put({ ...before, h: Buffer.alloc(32) });
    const [recorded] = cloudEventsOf(stored.record);
    if (recorded === undefined) throw new Error('A record is an event.');
    here.bindery.bus.publish([recorded]);
    await here.bindery.idle();
    expect(await here.alarmAt('a chain is broken', Date.now())).toMatchObject({ state: 'ALARM' });
    expect(await here.alarmAt('evidence holds', Date.now())).toMatchObject({ state: 'ALARM', severity: 'red' });
    for (const alarm of ['append-records gives up', 'appendRecords fails', 'evidence holds'])
      expect([alarm, await here.stateAt(alarm)]).toEqual([alarm, 'ALARM']);

    await put(before);
    const { deadLetters } = here.source;
    const [letter, ...others] = await deadLetters.list();
    expect([letter?.subscriber, others]).toEqual(['appendRecords', []]);
    expect(await deadLetters.replay(letter?.id ?? '', 'a test')).toMatchObject({ status: 'replayed' });
    await here.bindery.idle();
    expect(await deadLetters.list()).toEqual([]);
    for (const alarm of ['append-records gives up', 'a chain is broken', 'evidence holds'])
      expect([alarm, await here.stateAt(alarm, Date.now() + 61 * minuteMs)]).toEqual([alarm, 'OK']);
  });
});
