import { describe, expect, it } from 'vitest';
import {
  aClaimsWorld,
  aFlight,
  airports,
  arrived,
  balancesOf,
  claimIdIn,
  report,
  standing,
  whenDue,
} from './claims-world.ts';

describe('adjudicateClaim flight delay', () => {
  const flown = async (answers: Parameters<typeof airports>[0]) => {
    const world = await aClaimsWorld(airports(answers));
    const policyId = await aFlight(world);
    const claimId = claimIdIn(await report(world, 'flight-delay', policyId));
    await world.bus.untilQuiet();
    return { world, policyId, claimId };
  };

  it.each([
    [120, 10_000],
    [239, 10_000],
    [240, 30_000],
  ])(
    'pays the basic plan for %i minutes on which two sources agree, and the cover is used up',
    async (late, amount) => {
      const { world, policyId, claimId } = await flown([arrived('a', late), arrived('b', late)]);
      expect(await standing(world, claimId)).toMatchObject({ status: 'approved', approved: { amount } });
      expect(world.bus.published('policy.expired').map(({ data }) => data)).toEqual([
        { policyId, at: '2026-11-25T18:00:00.000Z', reason: 'benefit-exhausted' },
      ]);
      // 300.00 were set aside, the highest tier; what is unearned of the premium is earned by the end.
      expect(balancesOf(world, policyId)).toMatchObject({ claims_incurred: amount, claims_payable: -amount });
      expect(balancesOf(world, policyId)).not.toHaveProperty('unearned_premium');
      const again = await world.call('getPolicy', { params: { policyId } });
      expect(again.body).toMatchObject({ status: 'expired' });
    },
  );

  it('pays 200.00 for a cancellation that two sources confirm', async () => {
    const cancelled = { ...arrived('a', 0), cancelled: true };
    const { world, claimId } = await flown([cancelled, { ...cancelled, source: 'b' }]);
    expect(await standing(world, claimId)).toMatchObject({ approved: { amount: 20_000 } });
  });

  it('rejects 119 minutes, names the clause and frees the reserve', async () => {
    const { world, policyId, claimId } = await flown([arrived('a', 119), arrived('b', 119)]);
    expect(await standing(world, claimId)).toMatchObject({
      status: 'rejected',
      reasons: ['nothing-payable'],
      clauses: ['3'],
      decidedAt: '2026-11-25T18:00:00.000Z',
    });
    expect(balancesOf(world, policyId)).not.toHaveProperty('claims_incurred');
    expect(world.bus.published('policy.expired')).toEqual([]);
  });

  it('asks people when the sources differ', async () => {
    const { world, claimId } = await flown([arrived('a', 119), arrived('b', 120)]);
    expect(await standing(world, claimId)).toMatchObject({ status: 'in-review', referredFor: ['sources-differ'] });
  });

  it('pays on an official source alone, a day after the arrival and not before', async () => {
    const { world, policyId, claimId } = await flown([arrived('airport', 130, true)]);
    const looks: string[] = [];
    while ((await standing(world, claimId)).status === 'awaiting-facts') looks.push(await whenDue(world, policyId));
    // In at 15:10 UTC; a day later it stands alone.
    expect(looks.at(-1)).toBe('2026-11-26T15:10:00.000Z');
    expect(await standing(world, claimId)).toMatchObject({ status: 'approved', approved: { amount: 10_000 } });
  });
});
