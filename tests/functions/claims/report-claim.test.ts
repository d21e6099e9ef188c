import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../support/sale.ts';
import {
  aClaimsWorld,
  aFlight,
  aPhone,
  balancesOf,
  claimIdIn,
  payee,
  report,
  shipped,
  waybill,
} from './claims-world.ts';

describe('reportClaim', () => {
  it('takes a first notice, names the claim after its policy and sets the agreed benefit aside', async () => {
    const world = await aClaimsWorld();
    const policyId = await shipped(world);
    const answer = await report(world, 'return-freight', policyId);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      claimId: `clm_${policyId.slice(4)}001`,
      policyId,
      coverage: 'return-freight',
      status: 'registered',
      lossAt: '2026-11-24T10:00:00.000Z',
      reportedAt: '2026-11-25T08:00:00.000Z',
    });
    // Neighbour province: 12.00 (catalogue 5.1).
    expect(balancesOf(world, policyId)).toMatchObject({ claims_incurred: 1_200, claim_reserve: -1_200 });
  });

  it('keeps what identifies only as hashes and under the key of the person', async () => {
    const world = await aClaimsWorld();
    await report(world, 'return-freight', await shipped(world));
    const everything = JSON.stringify([world.engine.items(), world.bus.published(), world.log]);
    expect(everything).not.toContain(waybill);
    expect(everything).not.toContain(payee);
    const [reported] = world.bus.published('claim.reported');
    expect(reported?.data).toMatchObject({
      facts: { returnKind: 'return', paidBy: 'buyer', onPlatform: true },
      hashes: { waybillNumber: expect.stringMatching(/^[\w-]{22}$/) },
    });
  });

  it('costs at most 12 write units, and two more for a waybill', async () => {
    const spent = async (product: 'return-freight' | 'flight-delay' | 'device-protection') => {
      const world = await aClaimsWorld();
      const begin = { 'return-freight': shipped, 'flight-delay': aFlight, 'device-protection': aPhone }[product];
      await report(world, product, await begin(world));
      const line = world.log.at(-1);
      expect(line).toMatchObject({ operation: 'reportClaim', outcome: 'ok' });
      return Number(line?.['writeUnits']);
    };
    expect(await spent('flight-delay')).toBeLessThanOrEqual(12);
    expect(await spent('device-protection')).toBeLessThanOrEqual(12);
    expect(await spent('return-freight')).toBeLessThanOrEqual(14);
  });

  it('refuses a second claim on the same waybill, on whichever policy', async () => {
    const world = await aClaimsWorld();
    const first = await shipped(world);
    world.time.now = '2026-11-23T08:00:00.000Z';
    const second = await shipped(world, { orderNumber: 'SO-20261123-0043' });
    await report(world, 'return-freight', first);
    const answer = await report(world, 'return-freight', second);
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'waybill-already-used' }]);
  });

  it('lets one of two simultaneous notices in, and names it to the other', async () => {
    const world = await aClaimsWorld();
    const policyId = await shipped(world);
    const form = { waybillNumber: 'YT9876543210', returnKind: 'return', paidBy: 'buyer', onPlatform: true };
    const answers = await Promise.all([
      report(world, 'return-freight', policyId),
      report(world, 'return-freight', policyId, { form }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'claim-already-open',
      facts: { claimId: `clm_${policyId.slice(4)}001` },
    });
  });

  it('answers a retry with the same claim, byte for byte', async () => {
    const world = await aClaimsWorld();
    const policyId = await shipped(world);
    const first = await report(world, 'return-freight', policyId, { asked: { key: 'notice-4711' } });
    world.time.now = '2027-06-01T00:00:00.000Z';
    const again = await report(world, 'return-freight', policyId, { asked: { key: 'notice-4711' } });
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('covers a used phone from the end of its waiting period on, and not a millisecond before', async () => {
    const world = await aClaimsWorld();
    // Bought 53 days ago: seven days from the 24th at midnight in Shanghai.
    const policyId = await aPhone(world, { purchasedOn: '2026-10-01' });
    const early = await report(world, 'device-protection', policyId, { lossAt: '2026-11-30T23:59:59.999+08:00' });
    expect([early.status, early.body]).toMatchObject([
      422,
      { code: 'in-waiting-period', facts: { waitingEnds: '2026-11-30T16:00:00.000Z' } },
    ]);
    const late = await report(world, 'device-protection', policyId, { lossAt: '2026-12-01T00:00:00+08:00' });
    expect(late.status).toBe(201);
  });

  it.each([
    ['a loss before the shipment', { lossAt: '2026-11-24T15:59:59.999+08:00' }, 422, 'not-in-force'],
    ['a loss that is still to come', { lossAt: '2026-11-25T16:00:00.001+08:00' }, 422, 'loss-after-report'],
    ['a coverage of another product', { coverage: 'theft' }, 422, 'coverage-not-included'],
  ])('refuses %s', async (_what, change, status, code) => {
    const world = await aClaimsWorld();
    const answer = await report(world, 'return-freight', await shipped(world), change);
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('covers the very instant of the shipment', async () => {
    const world = await aClaimsWorld();
    const lossAt = '2026-11-24T16:00:00+08:00';
    expect((await report(world, 'return-freight', await shipped(world), { lossAt })).status).toBe(201);
  });

  it('refuses what the answers show to be excluded, and names the exclusions', async () => {
    const world = await aClaimsWorld();
    const form = { waybillNumber: waybill, returnKind: 'exchange', paidBy: 'seller', onPlatform: true };
    const answer = await report(world, 'return-freight', await shipped(world), { form });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'excluded', facts: { clauses: ['seller-paid', 'exchange-only'] } },
    ]);
  });

  it('refuses a policy whose cover has not begun, in its own words', async () => {
    const world = await aClaimsWorld();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await report(world, 'return-freight', policyId, { lossAt: '2026-11-23T15:00:00+08:00' });
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'policy-state-refuses', facts: { status: 'pending', command: 'claim' } },
    ]);
  });

  it('points at every wrong answer of the form, writes nothing and burns no key', async () => {
    const world = await aClaimsWorld();
    const policyId = await shipped(world);
    const before = world.engine.items().length;
    const form = { waybillNumber: 'x', returnKind: 'lost', paidBy: 'buyer', shoeSize: 43 };
    const answer = await report(world, 'return-freight', policyId, { form, asked: { key: 'notice-4711' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'claim-form-invalid',
      errors: [
        { pointer: '/form/waybillNumber', code: 'wrong-format' },
        { pointer: '/form/returnKind', code: 'not-an-option' },
        { pointer: '/form/onPlatform', code: 'required' },
        { pointer: '/form/shoeSize', code: 'unknown-field' },
      ],
    });
    expect(world.engine.items()).toHaveLength(before);
    expect((await report(world, 'return-freight', policyId, { asked: { key: 'notice-4711' } })).status).toBe(201);
  });

  it.each(['6222021234567890123', 'ba_short', 'ba_1QK2v9L0aZ4xYw7T ', ''])(
    'takes no payee but a token of the provider: %j',
    async (account) => {
      const world = await aClaimsWorld();
      const answer = await report(world, 'return-freight', await shipped(world), { payee: account });
      expect(answer.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/payee' }] });
    },
  );

  it('answers a policy of another tenant exactly like one that does not exist', async () => {
    const world = await aClaimsWorld();
    const nowhere = await aClaimsWorld();
    const policyId = await shipped(world);
    const asked = { tenant: 'shop-b', headers: { 'x-request-id': 'req_same_for_both' } };
    const foreign = await report(world, 'return-freight', policyId, { asked });
    const missing = await report(nowhere, 'return-freight', policyId, { asked });
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(missing.text);
  });

  it('numbers the claims of a policy', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world, {});
    const answer = await report(world, 'device-protection', policyId);
    expect(claimIdIn(answer)).toBe(`clm_${policyId.slice(4)}001`);
  });
});
