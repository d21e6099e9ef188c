import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, approver, claimIdIn, handler, report } from '../../functions/claims/claims-world.ts';
import { aBindBody, aCustomer, aQuoteItem, risks } from '../../support/sale.ts';

type World = Awaited<ReturnType<typeof aClaimsWorld>>;

/** A phone insured against accidents, whose coverage takes any number of claims up to the value of the phone. */
const accidental = async () => {
  const world = await aClaimsWorld();
  const customerId = await aCustomer(world);
  const item = { ...aQuoteItem('device-protection'), options: { plan: 'accidental', deductible: '0' } };
  const answer = await world.call('createQuote', { body: { items: [item] } });
  const [first] = (answer.body as { items: { offer: Parameters<typeof aBindBody>[0] }[] }).items;
  if (first === undefined) throw new Error(`No offer: ${answer.text}`);
  const { identity } = risks['device-protection'];
  const bound = await world.call('bindPolicy', { body: aBindBody(first.offer, customerId, { identity }) });
  world.time.now = '2026-12-23T08:00:00.000Z';
  const { policyId } = bound.body as { policyId: string };
  const tell = (repairQuote = 100_000) =>
    report(world, 'device-protection', policyId, { coverage: 'accidental', form: { repairQuote, totalLoss: false } });
  return { world, tell };
};

const assess = async (world: World, claimId: string, body: object = {}) => {
  await world.bus.untilQuiet();
  const answer = await world.call('assessClaim', { params: { claimId }, body, as: handler() });
  return Number(Object(answer.body).handling.assessed.amount.amount);
};
const approve = (world: World, claimId: string, amount: number) =>
  world.call('approveClaim', {
    params: { claimId },
    body: { amount },
    as: { ...approver(), roles: ['claims_director'] },
  });

describe('reportClaim refuses', () => {
  it('a second screen once one was paid for', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    const claimId = claimIdIn(await report(world, 'device-protection', policyId));
    expect((await approve(world, claimId, await assess(world, claimId))).status).toBe(201);
    expect((await report(world, 'device-protection', policyId)).body).toMatchObject({ code: 'claims-used-up' });
  });

  it('an accident of a phone whose whole value was paid', async () => {
    const { world, tell } = await accidental();
    const claimId = claimIdIn(await tell(1_000_000));
    expect((await approve(world, claimId, await assess(world, claimId))).status).toBe(201);
    expect((await tell()).body).toMatchObject({ code: 'limit-used-up' });
  });

  it('the fifty-first notice, however the others ended', async () => {
    const { world, tell } = await accidental();
    for (let count = 0; count < 50; count += 1) expect((await tell()).status).toBe(201);
    expect((await tell()).body).toMatchObject({ code: 'too-many-claims', facts: { claimsMax: 50 } });
    expect(world.log.at(-1)).toMatchObject({ outcome: 'too-many-claims' });
  });
});

describe('approveClaim refuses', () => {
  it('what another claim has used up since it was assessed', async () => {
    const { world, tell } = await accidental();
    const [one, two] = [claimIdIn(await tell(1_000_000)), claimIdIn(await tell(1_000_000))];
    const [first, second] = [await assess(world, one), await assess(world, two)];
    expect((await approve(world, one, first)).status).toBe(201);
    expect((await approve(world, two, second)).body).toMatchObject({
      code: 'above-remaining-limit',
      facts: { amount: second, remaining: 0 },
    });
  });

  it('to pay nothing', async () => {
    const { world, tell } = await accidental();
    const claimId = claimIdIn(await tell());
    const amount = await assess(world, claimId, { amount: 0, note: 'Nothing is broken.' });
    expect(amount).toBe(0);
    expect((await approve(world, claimId, 0)).body).toMatchObject({ code: 'nothing-to-approve' });
  });
});
