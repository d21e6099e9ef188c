import { describe, expect, it } from 'vitest';
import { subscriber } from '../../../functions/notifications/notify-customers.ts';
import { deliver } from '../../support/deliver.ts';
import { aMailbox } from '../../support/mail.ts';
import {
  aClaimsWorld,
  aFlight,
  aPhone,
  approver,
  carrier,
  claimIdIn,
  handler,
  report,
  shipped,
} from '../claims/claims-world.ts';

const aToldWorld = async (services = {}) => {
  const mailbox = aMailbox();
  const world = await aClaimsWorld({ mailer: mailbox.mailer, ...services });
  const post = deliver(world, [subscriber]);
  return { world, post, mails: mailbox.mails };
};

describe('notifyCustomers of claims', () => {
  it('tells that a claim came, that it was refused, why, and how to complain', async () => {
    const { world, post, mails } = await aToldWorld();
    const policyId = await aPhone(world);
    const claimId = claimIdIn(await report(world, 'device-protection', policyId));
    await world.bus.untilQuiet();
    await world.call('rejectClaim', { params: { claimId }, body: { reasons: ['wear'] }, as: handler() });
    await post.untilQuiet();
    expect(mails.map(({ subject }) => subject).slice(1)).toEqual([
      `您的理赔申请已受理（${claimId}）`,
      `理赔申请未通过（${claimId}）`,
    ]);
    for (const fact of ['磨损及外观损伤。', '12378']) expect(mails.at(-1)?.text).toContain(fact);
  });

  it('tells that a claim was accepted, and how much of it', async () => {
    const { world, post, mails } = await aToldWorld();
    const policyId = await aPhone(world);
    const claimId = claimIdIn(await report(world, 'device-protection', policyId));
    await world.bus.untilQuiet();
    await world.call('assessClaim', { params: { claimId }, body: { amount: 108_000 }, as: handler() });
    await world.call('approveClaim', { params: { claimId }, body: { amount: 108_000 }, as: approver() });
    await post.untilQuiet();
    expect(mails.at(-1)).toMatchObject({ subject: `理赔申请已通过（${claimId}）` });
    expect(mails.at(-1)?.text).toContain('赔付金额¥1,080.00');
  });

  it('writes by the product’s own template where it has one', async () => {
    const { world, post, mails } = await aToldWorld();
    const policyId = await aFlight(world);
    await report(world, 'flight-delay', policyId);
    await post.untilQuiet();
    expect(mails.at(-1)?.subject).toMatch(/^我们正在核实您的航班（保单BN/);
  });

  it('tells of each thing that one record holds by a message of its own', async () => {
    const signed = { status: 'signed_by_seller', signedAt: '2026-11-25T06:00:00.000Z' };
    const { world, post, mails } = await aToldWorld(carrier(signed));
    await report(world, 'return-freight', await shipped(world));
    await world.bus.untilQuiet();
    await post.untilQuiet();
    expect(new Set(mails.map(({ key }) => key)).size).toBe(3);
    expect(mails).toHaveLength(3);
    // The distance is `neighbour`, for which 12.00 are agreed.
    expect(mails.at(-1)?.text).toContain('¥12.00');
  });
});
