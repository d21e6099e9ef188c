import { describe, expect, it } from 'vitest';
import { fireDueItem } from '../../../functions/policies/fire-due-item.ts';
import { cancel } from '../../support/cancellation.ts';
import { aTelling } from '../../support/due.ts';
import { laidOpen } from '../../support/laid-open.ts';
import { aCustomer, aPolicy } from '../../support/sale.ts';
import { aMailWorld, aToldPolicy, type MailWorld } from './mail-world.ts';

const recordsOf = (world: MailWorld) =>
  world.engine.items().filter(({ pk, sk }) => String(pk).includes('#NTF#') && String(sk).startsWith('OP#'));
const bound = (world: MailWorld) => {
  const [event] = world.bus.published('policy.bound');
  if (event === undefined) throw new Error('Nothing was bound.');
  return event;
};

describe('notifyCustomers', () => {
  it('tells a customer of the contract, in the customer’s language, at the customer’s own address', async () => {
    const world = await aMailWorld();
    const { policyId, policyNumber, verificationCode } = await aToldPolicy(world);
    expect(world.mailbox.mails).toMatchObject([{ tenant: 'shop-a', to: 'xiaoming.wang@example.com' }]);
    const [mail] = world.mailbox.mails;
    expect(mail?.subject).toBe(`您已投保：手机碎屏及意外保障（保单${policyNumber}）`);
    const link = `https://api.bindery.test/v1/tenants/shop-a/verifications/${policyNumber}?code=${verificationCode}`;
    for (const fact of ['王小明', '¥139.62', link]) expect(mail?.text).toContain(fact);
    expect(mail?.html).toContain(`<a href="${link}">`);
    expect(await world.all()).toMatchObject([
      { message: 'policy-issued', status: 'sent', policyId, locale: 'zh-CN', template: 'default', channel: 'email' },
    ]);
  });

  it('writes two records: what is to be said before it is said, and what became of it', async () => {
    const world = await aMailWorld();
    const atSending: number[] = [];
    world.mailbox.behave(({ key }) => {
      atSending.push(recordsOf(world).length);
      return { status: 'sent', messageId: key };
    });
    await aToldPolicy(world);
    expect(atSending).toEqual([1]);
    expect(recordsOf(world)).toHaveLength(2);
  });

  it('leaves nothing of what it says, nor its address, in the clear anywhere', async () => {
    const world = await aMailWorld();
    await aToldPolicy(world);
    const places = [
      ...world.engine.items().map(laidOpen),
      JSON.stringify(world.bus.published()),
      JSON.stringify(world.log),
    ];
    for (const canary of ['王小明', 'xiaoming.wang', '您已投保'])
      expect(places.filter((place) => place.includes(canary))).toEqual([]);
  });

  it('sends nothing twice when the same event is delivered again', async () => {
    const world = await aMailWorld();
    await aToldPolicy(world);
    await world.bus.again(bound(world));
    expect(world.mailbox.mails).toHaveLength(1);
    expect(recordsOf(world)).toHaveLength(2);
  });

  it('records that a message was refused, and does not send it again', async () => {
    const world = await aMailWorld();
    world.mailbox.behave(() => ({ status: 'refused', reason: 'MessageRejected' }));
    await aToldPolicy(world);
    world.mailbox.behave(() => ({ status: 'sent', messageId: 'x' }));
    await world.bus.again(bound(world));
    expect(world.mailbox.mails).toEqual([]);
    expect(await world.all()).toMatchObject([{ status: 'failed', reason: 'MessageRejected' }]);
  });

  it('records that a sandbox’s message stayed in the house', async () => {
    const world = await aMailWorld();
    world.mailbox.behave(() => ({ status: 'withheld', reason: 'sandbox' }));
    await aToldPolicy(world);
    expect(await world.all()).toMatchObject([{ status: 'skipped', reason: 'sandbox' }]);
  });

  it('writes down, in one record, what a customer without an address was to be told', async () => {
    const world = await aMailWorld();
    const customerId = await aCustomer(world, { email: undefined, phone: '+8613800138009', identity: undefined });
    const { notification } = await aToldPolicy(world, { customerId });
    expect(notification).toMatchObject({ status: 'skipped', reason: 'no-address' });
    expect(recordsOf(world)).toHaveLength(1);
    expect(world.mailbox.mails).toEqual([]);
    expect((await world.one(notification.notificationId)).content?.text).toContain('¥139.62');
  });

  it('does not send what was written down before its person was erased', async () => {
    const world = await aMailWorld();
    world.mailbox.behave(() => {
      throw new Error('timeout');
    });
    const policy = await aPolicy(world, 'device-protection');
    await expect(world.bus.untilQuiet()).rejects.toThrow();
    await world.erase(String(policy['customerId']));
    world.mailbox.behave(() => ({ status: 'sent', messageId: 'x' }));
    world.time.now = '2026-11-23T08:03:00.000Z';
    await world.bus.untilQuiet();
    expect(world.mailbox.mails).toEqual([]);
    expect(await world.all()).toMatchObject([{ status: 'skipped', reason: 'person-erased' }]);
  });

  it('writes nothing of a person who was erased before', async () => {
    const world = await aMailWorld();
    const policy = await aPolicy(world, 'device-protection');
    await world.erase(String(policy['customerId']));
    await world.bus.untilQuiet();
    expect(await world.all()).toEqual([]);
  });

  it('tells of a cancellation with what comes back, and each policy’s own customer alone', async () => {
    const world = await aMailWorld();
    const other = await aCustomer(world, {
      ...{ email: 'li@example.com', locale: 'en', name: 'Li Na' },
      identity: { type: 'passport', number: 'E7654321' },
    });
    await aToldPolicy(world);
    const risk = { imei: '490154203237518' };
    const { policyId } = await aPolicy(world, 'device-protection', { customerId: other, risk });
    await world.bus.untilQuiet();
    await cancel(world, policyId);
    await world.bus.untilQuiet();
    expect(world.mailbox.mails.map(({ to }) => to)).toEqual([
      'xiaoming.wang@example.com',
      'li@example.com',
      'li@example.com',
    ]);
    // Before cover begins everything comes back, and a partner who collects gives it back himself.
    expect(world.mailbox.mails.at(-1)?.text).toMatch(/Li Na[\s\S]*You get CNY 139\.62 of your premium back/);
  });

  it('reminds of a premium six hours before it runs out, once, and says when it has', async () => {
    const world = await aMailWorld();
    const { policyId } = await aToldPolicy(world, { collection: 'provider' });
    const due = async (at: string): Promise<void> => {
      world.time.now = at;
      await fireDueItem(world.platform, { tenant: 'shop-a', kind: 'policy', id: policyId, at }, aTelling);
      await world.bus.untilQuiet();
    };
    const told = async () => (await world.all()).map(({ message }) => message);
    await due('2026-11-24T01:59:00.000Z');
    expect(await told()).toEqual(['policy-issued']);
    await due('2026-11-24T02:00:00.000Z');
    await due('2026-11-24T03:00:00.000Z');
    expect(await told()).toEqual(['premium-reminder', 'policy-issued']);
    expect(world.mailbox.mails.at(-1)?.text).toContain('2026年11月24日 16:00（GMT+8）');
    await due('2026-11-24T08:00:00.000Z');
    expect(await told()).toEqual(['policy-lapsed', 'premium-reminder', 'policy-issued']);
  });

  it('reminds of the end of cover thirty days before, once', async () => {
    const world = await aMailWorld();
    const { policyId } = await aToldPolicy(world);
    for (const at of ['2026-11-23T16:00:00.000Z', '2027-10-24T16:00:00.000Z', '2027-11-23T16:00:00.000Z']) {
      world.time.now = at;
      await fireDueItem(world.platform, { tenant: 'shop-a', kind: 'policy', id: policyId, at }, aTelling);
      await world.bus.untilQuiet();
    }
    expect((await world.all()).map(({ message }) => message)).toEqual(['renewal-reminder', 'policy-issued']);
    expect(world.mailbox.mails.at(-1)?.text).toContain('2027年11月24日 00:00（GMT+8）');
  });
});
