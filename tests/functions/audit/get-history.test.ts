import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../domain/audit/schema.ts';
import { aClosedAlert, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { aPolicy } from '../../support/sale.ts';

type Page = { readonly items: readonly HistoryEntry[]; readonly next?: string };

describe('getHistory', () => {
  it('tells who did what and when, and chains each operation to the one before', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    const answer = await world.call('getHistory', { params: { objectId } });
    const { items } = answer.body as Page;
    expect(items.map(({ seq, operation, actor }) => [seq, operation, actor.kind])).toEqual([
      [1, 'raiseAlerts', 'system'],
      [2, 'acknowledgeAlert', 'person'],
      [3, 'closeAlert', 'person'],
    ]);
    expect(items.map(({ prev }) => prev)).toEqual([null, items[0]?.hash, items[1]?.hash]);
    expect(items[0]).toMatchObject({
      causedBy: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b.1.1',
      recordedAt: '2026-11-23T08:00:00.000Z',
      events: [{ type: 'alert.raised', data: { alertId: objectId } }],
      postings: [],
    });
  });

  it('tells of a claim what its policy’s chain says of it, and nothing of a claim that was never made', async () => {
    const world = await anAuditedWorld();
    const { policyId } = await aPolicy(world, 'device-protection');
    world.time.now = '2026-12-23T08:00:00.000Z';
    const notice = { coverage: 'screen', lossAt: '2026-12-22T12:00:00+08:00', form: { repairQuote: 120_000 } };
    const body = { ...notice, payee: 'ba_1QK2v9L0aZ4xYw7T' };
    const reported = await world.call('reportClaim', { params: { policyId }, body });
    const { claimId } = reported.body as { claimId: string };

    const whole = (await world.call('getHistory', { params: { objectId: policyId } })).body as Page;
    expect(whole.items.map(({ operation }) => operation)).toEqual(['bindPolicy', 'reportClaim']);
    const own = (await world.call('getHistory', { params: { objectId: claimId } })).body as Page;
    expect(own.items).toEqual(whole.items.slice(1));
    const never = await world.call('getHistory', { params: { objectId: `${claimId.slice(0, -3)}999` } });
    expect(never.status).toBe(404);

    const proof = await world.call('getProof', { params: { objectId: claimId } });
    expect(proof.body).toMatchObject({
      objectId: claimId,
      aggregate: { kind: 'policy', id: policyId },
      head: { seq: 2 },
    });
  });

  it('gives its pages by a cursor that goes no further than its own object', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    const query = { limit: '2' };
    const first = (await world.call('getHistory', { params: { objectId }, query })).body as Page;
    const cursor = first.next ?? '';
    const second = (await world.call('getHistory', { params: { objectId }, query: { ...query, cursor } })).body as Page;
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([1, 2, 3]);

    const other = await aRegistration(world);
    const stolen = await world.call('getHistory', { params: { objectId: other }, query: { cursor } });
    expect([stolen.status, stolen.body]).toMatchObject([422, { errors: [{ pointer: '/query/cursor' }] }]);
  });

  it('shows no address from which a call came, and nobody’s data in the clear', async () => {
    const world = await anAuditedWorld();
    const objectId = await aRegistration(world);
    const { text } = await world.call('getHistory', { params: { objectId } });
    expect(text).toContain('customer.registered');
    for (const hidden of ['"from"', '王小明', '13800138000', 'E00000001']) expect(text).not.toContain(hidden);
  });

  it('answers for the object of another tenant exactly as for one that does not exist', async () => {
    const world = await anAuditedWorld();
    const objectId = await aRegistration(world);
    const claimId = `clm_${objectId.slice(4)}001`;
    const missing = `cus_${'0'.repeat(26)}`;
    const ask = async (id: string) => {
      const headers = { 'x-request-id': 'request-1' };
      const { status, text } = await world.call('getHistory', { tenant: 'shop-b', params: { objectId: id }, headers });
      return { status, text: text.replaceAll(id, 'ID') };
    };
    expect(await ask(objectId)).toEqual(await ask(missing));
    expect(await ask(claimId)).toEqual(await ask(missing));
    expect((await ask(missing)).status).toBe(404);
  });

  it.each(['0', '51', 'x'])('refuses a limit of %s', async (limit) => {
    const world = await anAuditedWorld();
    const params = { objectId: `pol_${'0'.repeat(26)}` };
    expect((await world.call('getHistory', { params, query: { limit } })).status).toBe(422);
  });
});
