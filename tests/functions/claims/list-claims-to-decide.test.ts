import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, approver, claimIdIn, handler, payee, report } from './claims-world.ts';

const referred = async () => {
  const world = await aClaimsWorld();
  const claimId = claimIdIn(await report(world, 'device-protection', await aPhone(world)));
  return { world, claimId };
};

describe('listClaimsToDecide', () => {
  it('shows a claim from its referral until it is decided', async () => {
    const { world, claimId } = await referred();
    const waiting = async () => {
      const { body } = await world.call('listClaimsToDecide', { as: handler() });
      return (body as { items: { claimId: string; status: string }[] }).items.map(({ status }) => status);
    };
    expect(await waiting()).toEqual([]);
    await world.bus.untilQuiet();
    expect(await waiting()).toEqual(['in-review']);
    await world.call('assessClaim', { params: { claimId }, body: {}, as: handler() });
    expect(await waiting()).toEqual(['assessed']);
    await world.call('rejectClaim', { params: { claimId }, body: { reasons: ['wear'] }, as: handler() });
    expect(await waiting()).toEqual([]);
  });

  it('tells why people are asked, and opens no form', async () => {
    const { world } = await referred();
    await world.bus.untilQuiet();
    const answer = await world.call('listClaimsToDecide', { as: approver() });
    expect(answer.body).toMatchObject({
      items: [{ handling: { score: 0, reserve: { amount: 108_000 }, facts: { repairQuote: 120_000 } } }],
    });
    expect(answer.text).not.toContain(payee);
  });

  it('is closed to partners, to other roles, and empty for other tenants', async () => {
    const { world } = await referred();
    await world.bus.untilQuiet();
    expect((await world.call('listClaimsToDecide', {})).status).toBe(403);
    const accountant = { kind: 'person', id: 'a', roles: ['finance'] } as const;
    expect((await world.call('listClaimsToDecide', { as: accountant })).status).toBe(403);
    expect((await world.call('listClaimsToDecide', { as: handler(), tenant: 'shop-b' })).body).toEqual({ items: [] });
  });

  it('is narrowed by status, by policy and by time', async () => {
    const { world, claimId } = await referred();
    await world.bus.untilQuiet();
    const ids = async (query: Readonly<Record<string, string>>) => {
      const { body } = await world.call('listClaimsToDecide', { as: handler(), query });
      return (body as { items: { claimId: string }[] }).items.map((one) => one.claimId);
    };
    expect(await ids({ status: 'in-review' })).toEqual([claimId]);
    expect(await ids({ status: 'assessed' })).toEqual([]);
    expect(await ids({ policyId: `pol_${claimId.slice(4, 30)}` })).toEqual([claimId]);
    expect(await ids({ policyId: `pol_${'0'.repeat(26)}` })).toEqual([]);
    expect(await ids({ createdFrom: '2026-12-23T08:00:00Z' })).toEqual([claimId]);
    expect(await ids({ createdTo: '2026-12-23T08:00:00Z' })).toEqual([]);
  });
});
