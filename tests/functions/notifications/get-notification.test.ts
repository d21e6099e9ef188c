import { describe, expect, it } from 'vitest';
import { aMailWorld, aToldPolicy } from './mail-world.ts';

describe('getNotification', () => {
  it('shows what was said to callers who may see personal data', async () => {
    const world = await aMailWorld();
    const { notification } = await aToldPolicy(world);
    const [mail] = world.mailbox.mails;
    expect((await world.one(notification.notificationId)).content).toEqual({
      to: mail?.to,
      subject: mail?.subject,
      text: mail?.text,
    });
  });

  it('shows all others that it was said, and not what', async () => {
    const world = await aMailWorld();
    const { notification } = await aToldPolicy(world);
    const shown = await world.one(notification.notificationId, []);
    expect(shown).toEqual(notification);
    expect(JSON.stringify(shown)).not.toMatch(/王小明|example\.com/);
  });

  it('shows nothing of what was said to a person who was erased since', async () => {
    const world = await aMailWorld();
    const { notification, customerId } = await aToldPolicy(world);
    await world.erase(customerId);
    expect(await world.one(notification.notificationId)).toEqual(notification);
  });

  it('says by which template it was written, as it was then', async () => {
    const world = await aMailWorld();
    const { notification } = await aToldPolicy(world);
    expect(notification['template']).toBe('default');
    // SHA-256 in base64url.
    expect(notification['templateHash']).toMatch(/^[\w-]{43}$/);
  });

  it('does not find another tenant’s', async () => {
    const world = await aMailWorld();
    const { notification } = await aToldPolicy(world);
    const params = { notificationId: notification.notificationId };
    const answer = await world.call('getNotification', { params, tenant: 'shop-b' });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'notification-not-found' }]);
  });

  it('has a history like any other object, in which nothing of it is open', async () => {
    const world = await aMailWorld();
    const { notification } = await aToldPolicy(world);
    const answer = await world.call('getHistory', { params: { objectId: notification.notificationId } });
    expect(answer.body).toMatchObject({
      items: [
        { operation: 'notifyCustomers', events: [{ type: 'notification.requested' }] },
        { operation: 'notifyCustomers', events: [{ type: 'notification.sent' }] },
      ],
    });
    expect(answer.text).not.toMatch(/王小明|您已投保/);
  });
});
