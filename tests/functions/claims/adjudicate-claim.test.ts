import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../support/sale.ts';
import {
  aClaimsWorld,
  aPhone,
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
    for (const event of world.bus.published('claim.registered')) await world.bus.again(event);
    expect(asked, 'a decided claim asks nobody').toEqual([waybill]);
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

  it('suspects a claim on a phone that another policy insures by now', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    // Cover begins, its end is near, and it ends.
    for (let times = 0; times < 3; times += 1) await whenDue(world, policyId);
    expect((await world.call('getPolicy', { params: { policyId } })).body).toMatchObject({ status: 'expired' });
    // The same IMEI for another year: the first policy gave it free when it ended.
    await aPolicy(world, 'device-protection', { risk: { purchasedOn: world.time.now.slice(0, 10) } });
    const notice = { lossAt: '2027-06-01T12:00:00+08:00' };
    const claimId = claimIdIn(await report(world, 'device-protection', policyId, notice));
    await world.bus.untilQuiet();
    expect(await standing(world, claimId)).toMatchObject({
      score: 60,
      referredFor: expect.arrayContaining(['fraud-score', 'insured-twice']),
    });
  });
});
