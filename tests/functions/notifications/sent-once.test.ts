import { describe, expect, it } from 'vitest';
import { react } from '../../../functions/_kit/react.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { subscriber } from '../../../functions/notifications/notify-customers.ts';
import { aMailbox } from '../../support/mail.ts';
import { aPolicy } from '../../support/sale.ts';
import { aMailWorld, type MailWorld } from './mail-world.ts';

const bound = (world: MailWorld) => {
  const [event] = world.bus.published('policy.bound');
  if (event === undefined) throw new Error('Nothing was bound.');
  return event;
};

describe('notifyCustomers, when something goes wrong or comes twice', () => {
  it('sends the very same message, under the same key, where the mail service gave no answer', async () => {
    const world = await aMailWorld();
    const asked: unknown[] = [];
    world.mailbox.behave((mail) => {
      asked.push(mail);
      throw new Error('timeout');
    });
    await aPolicy(world, 'device-protection');
    await expect(world.bus.untilQuiet()).rejects.toThrow('its event comes again');
    // Asked once for each delivery: asking again at once could send it again at once.
    expect(asked).toHaveLength(1);
    expect(await world.all()).toMatchObject([{ status: 'requested' }]);

    world.mailbox.behave(({ key }) => ({ status: 'sent', messageId: key }));
    world.time.now = '2026-11-23T08:03:00.000Z';
    await world.bus.untilQuiet();
    expect(world.mailbox.mails).toEqual(asked);
    expect(await world.all()).toMatchObject([{ status: 'sent', settledAt: world.time.now }]);
  });

  it('sends one message where two deliveries of one event race', async () => {
    const world = await aMailWorld();
    await aPolicy(world, 'device-protection');
    const raced = await Promise.allSettled([1, 2].map(() => react(subscriber, bound(world), world.platform)));
    // Who finds that it was just written cannot tell whether somebody is about to send it, and comes again.
    expect(raced.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await world.bus.again(bound(world));
    expect(world.mailbox.mails).toHaveLength(1);
    expect(await world.all()).toMatchObject([{ status: 'sent' }]);
  });

  it('leaves a message alone for a minute that another delivery may be sending', async () => {
    const world = await aMailWorld();
    world.mailbox.behave(() => {
      throw new Error('timeout');
    });
    await aPolicy(world, 'device-protection');
    await expect(world.bus.untilQuiet()).rejects.toThrow('no answer');
    world.mailbox.behave(({ key }) => ({ status: 'sent', messageId: key }));
    world.time.now = '2026-11-23T08:00:59.999Z';
    await expect(world.bus.untilQuiet()).rejects.toThrow('just written down');
    world.time.now = '2026-11-23T08:01:00.000Z';
    await world.bus.untilQuiet();
    expect(world.mailbox.mails).toHaveLength(1);
  });

  it('waits for nobody in a sandbox, whose clock may stand still and whose mail stays in the house', async () => {
    const world = await aMailWorld({ tenants: ['sbx-0123'] });
    const tenant = 'sbx-0123';
    world.mailbox.behave(() => {
      throw new Error('timeout');
    });
    await aPolicy(
      { ...world, call: (operation, asked) => world.call(operation, { tenant, ...asked }) },
      'device-protection',
    );
    await expect(world.bus.untilQuiet()).rejects.toThrow('no answer');
    world.mailbox.behave(() => ({ status: 'withheld', reason: 'sandbox' }));
    await world.bus.untilQuiet();
    const { body } = await world.call('listNotifications', { tenant });
    expect(body).toMatchObject({ items: [{ status: 'skipped', reason: 'sandbox' }] });
  });

  it('waits for nobody where the mail service knows a message by its key', async () => {
    const mailbox = aMailbox(true);
    const world = await aMailWorld({ services: { mailer: mailbox.mailer } });
    mailbox.behave(() => {
      throw new Error('timeout');
    });
    await aPolicy(world, 'device-protection');
    await expect(world.bus.untilQuiet()).rejects.toThrow('no answer');
    mailbox.behave(({ key }) => ({ status: 'sent', messageId: key }));
    await world.bus.untilQuiet();
    expect(mailbox.mails).toHaveLength(1);
  });

  it('sends what it wrote although the reply of the table was lost', async () => {
    const lose = { next: false };
    const through = (client: TableClient): TableClient => ({
      send: async (command) => {
        const output = await client.send(command);
        if (!lose.next || !(command instanceof TransactWriteCommand)) return output;
        lose.next = false;
        throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
      },
    });
    const world = await aMailWorld({ through });
    await aPolicy(world, 'device-protection');
    lose.next = true;
    await expect(world.bus.untilQuiet()).rejects.toThrow('comes again');
    world.time.now = '2026-11-23T08:03:00.000Z';
    await world.bus.untilQuiet();
    expect(world.mailbox.mails).toHaveLength(1);
    expect(await world.all()).toMatchObject([{ status: 'sent' }]);
  });
});
