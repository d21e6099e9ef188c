import { describe, expect, it } from 'vitest';
import {
  aClaimsWorld,
  aFlight,
  airports,
  aPhone,
  arrived,
  balancesOf,
  carrier,
  claimIdIn,
  payee,
  report,
  shipped,
  standing,
  waybill,
  whenDue,
} from './claims-world.ts';

const signed = { status: 'signed_by_seller', signedAt: '2026-11-25T07:00:00.000Z' };

const returned = async (parcel: Parameters<typeof carrier>[0]) => {
  const world = await aClaimsWorld(carrier(parcel));
  const policyId = await shipped(world);
  const claimId = claimIdIn(await report(world, 'return-freight', policyId));
  await world.bus.untilQuiet();
  return { world, policyId, claimId };
};

describe('adjudicateClaim return freight', () => {
  it('approves the agreed 12.00 once the seller has signed, and asks for its payout', async () => {
    const { world, policyId, claimId } = await returned(signed);
    expect(await standing(world, claimId)).toMatchObject({
      status: 'approved',
      approved: { amount: 1_200, currency: 'CNY' },
      decidedBy: 'adjudicateClaim',
      assessed: { rules: 'return-freight@1', trace: [{ step: 'agreed-benefit', amount: 1_200 }] },
    });
    expect(world.bus.published('disbursement.requested').map(({ data }) => data)).toEqual([
      {
        policyId,
        disbursementId: expect.stringMatching(/^dsb_[0-9a-z]{26}$/),
        kind: 'payout',
        claimId,
        amount: 1_200,
        currency: 'CNY',
        checkAt: '2026-11-25T08:10:00.000Z',
      },
    ]);
    const balances = balancesOf(world, policyId);
    expect(balances).toMatchObject({ claims_incurred: 1_200, claims_payable: -1_200 });
    expect(balances).not.toHaveProperty('claim_reserve');
    expect(Object.values(balances).reduce<number>((sum, amount) => sum + Number(amount), 0)).toBe(0);
    expect(JSON.stringify([world.engine.items(), world.bus.published(), world.log])).not.toContain(waybill);
  });

  it('asks the carrier by the number itself, which it opens with the key of the person', async () => {
    const asked: string[] = [];
    const tracking = {
      parcel: async (number: string) => {
        asked.push(number);
        return { ...signed, source: 'carrier' };
      },
    };
    const world = await aClaimsWorld({ tracking });
    await report(world, 'return-freight', await shipped(world));
    await world.bus.untilQuiet();
    expect(asked).toEqual([waybill]);
  });

  it('waits for the signature ever more patiently, and asks people after 72 hours', async () => {
    const { world, policyId, claimId } = await returned({ status: 'in_transit' });
    expect(await standing(world, claimId)).toMatchObject({
      status: 'awaiting-facts',
      reasons: ['not-signed_by_seller'],
    });
    const looks: string[] = [];
    while ((await standing(world, claimId)).status === 'awaiting-facts') looks.push(await whenDue(world, policyId));
    expect(looks.slice(0, 3)).toEqual([
      '2026-11-25T08:30:00.000Z',
      '2026-11-25T09:00:00.000Z',
      '2026-11-25T10:00:00.000Z',
    ]);
    expect(looks.at(-1)).toBe('2026-11-28T08:00:00.000Z');
    expect(looks.length).toBeLessThanOrEqual(12);
    expect(await standing(world, claimId)).toMatchObject({
      status: 'in-review',
      referredFor: ['not-signed_by_seller', 'facts-never-came'],
    });
  });

  it('pays when the signature comes while it waits', async () => {
    const seen: { parcel: typeof signed | undefined } = { parcel: undefined };
    const tracking = { parcel: async () => seen.parcel && { ...seen.parcel, source: 'carrier' } };
    const world = await aClaimsWorld({ tracking });
    const policyId = await shipped(world);
    const claimId = claimIdIn(await report(world, 'return-freight', policyId));
    await world.bus.untilQuiet();
    seen.parcel = signed;
    await whenDue(world, policyId);
    expect(await standing(world, claimId)).toMatchObject({ status: 'approved' });
  });

  it('asks people about a parcel that was signed for outside the term', async () => {
    const { world, claimId } = await returned({ ...signed, signedAt: '2026-11-24T07:59:59.999Z' });
    expect(await standing(world, claimId)).toMatchObject({ status: 'in-review', referredFor: ['signed-outside-term'] });
  });

  it('writes nothing when the carrier fails, and decides when it answers again', async () => {
    const line = { down: true };
    const tracking = {
      parcel: async () => {
        if (line.down) throw new Error('The carrier does not answer.');
        return { ...signed, source: 'carrier' };
      },
    };
    const world = await aClaimsWorld({ tracking });
    const claimId = claimIdIn(await report(world, 'return-freight', await shipped(world)));
    const before = JSON.stringify(world.engine.items());
    await expect(world.bus.untilQuiet()).rejects.toThrow('does not answer');
    expect(JSON.stringify(world.engine.items())).toBe(before);
    expect(world.log.at(-1)).toMatchObject({ operation: 'adjudicateClaim', outcome: 'failed' });
    line.down = false;
    await world.bus.untilQuiet();
    expect(await standing(world, claimId)).toMatchObject({ status: 'approved' });
  });

  it('changes nothing when its events come again, in whatever order', async () => {
    const { world } = await returned(signed);
    const before = JSON.stringify(world.engine.items());
    for (const event of world.bus.published().toReversed()) await world.bus.again(event);
    await world.bus.untilQuiet();
    expect(JSON.stringify(world.engine.items())).toBe(before);
  });

  it('does not decide twice when the same event is delivered twice at once', async () => {
    const { world, claimId, policyId } = await returned(undefined);
    await whenDue(world, policyId);
    const [event] = world.bus.published('claim.registered');
    if (event === undefined) throw new Error('Nothing was registered.');
    await Promise.all([world.bus.again(event), world.bus.again(event)]);
    await world.bus.untilQuiet();
    expect(await standing(world, claimId)).toMatchObject({ status: 'awaiting-facts' });
    expect(world.bus.published('claim.awaiting-facts')).toHaveLength(2);
  });

  it('spends at most 16 write units on an approval', async () => {
    const { world } = await returned(signed);
    expect(world.log.find(({ operation }) => operation === 'adjudicateClaim')?.['writeUnits']).toBeLessThanOrEqual(16);
  });
});

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
        { policyId, at: '2026-11-25T16:00:00.000Z', reason: 'benefit-exhausted' },
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
      decidedAt: '2026-11-25T16:00:00.000Z',
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

describe('adjudicateClaim device protection', () => {
  it('asks people for the documents, all at once, and for the price list that nobody keeps here', async () => {
    const world = await aClaimsWorld();
    const claimId = claimIdIn(await report(world, 'device-protection', await aPhone(world)));
    await world.bus.untilQuiet();
    expect(await standing(world, claimId)).toMatchObject({
      status: 'in-review',
      score: 0,
      referredFor: [
        'document-missing:photos',
        'document-missing:repair-quote',
        'document-missing:imei-photo',
        'price-list-unknown',
      ],
    });
    expect(JSON.stringify(world.bus.published())).not.toContain(payee);
  });

  it('scores a loss within a day of inception', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    const notice = { lossAt: '2026-11-24T23:59:59.999+08:00' };
    const claimId = claimIdIn(await report(world, 'device-protection', policyId, notice));
    await world.bus.untilQuiet();
    expect(await standing(world, claimId)).toMatchObject({
      score: 25,
      referredFor: expect.arrayContaining(['early-claim']),
    });
  });
});
