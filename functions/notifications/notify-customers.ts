import { isBeingSent } from '../../domain/notifications/is-being-sent.ts';
import type { ToldEvent } from '../../domain/notifications/message-of.ts';
import { requestNotification } from '../../domain/notifications/request-notification.ts';
import type { Notification } from '../../domain/notifications/schema.ts';
import { settleNotification } from '../../domain/notifications/settle-notification.ts';
import { subscribe } from '../_kit/implement.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import { besides } from '../_kit/signals.ts';
import { notifications } from './contract.ts';
import { sendMessage } from './send-message.ts';
import { type Ports, writtenFor } from './written-for.ts';

type Delivered = { readonly tenant: string; readonly now: string; readonly event: { readonly id: string } & ToldEvent };

/** The policy, the claim where the event is one of a claim's, and what was written of the event before. */
const readFor = async (unit: Pick<Ports, 'load'>, { data }: ToldEvent, notificationId: string) => {
  const { policyId } = data;
  const { policy } = await unit.load({ policy: policyId });
  if (policy === undefined) return undefined;
  const { customerId } = policy.terms;
  const people = { customer: customerId, vault: customerId, notification: notificationId };
  if (!('claimId' in data)) return { policy, claim: undefined, ...(await unit.load(people)) };
  const { claim, customer, vault, notification } = await unit.load({ ...people, claim: data.claimId });
  return { policy, claim, customer, vault, notification };
};

/** Who finds a message just written cannot tell whether somebody is about to send it; a minute later one can. */
const comesAgain = (notificationId: string): never => {
  throw new Error(`${notificationId} was just written down; its event comes again.`);
};

/** Writes the message down unless it was; undefined where there is nothing to tell, and nobody to tell it to. */
const written = async (ports: Ports, delivered: Delivered, notificationId: string) => {
  const { tenant, now, event } = delivered;
  const first = ports.under('requested');
  const found = await readFor(first, event, notificationId);
  if (found === undefined) return undefined;
  const { policy, customer, vault, notification } = found;
  if (notification !== undefined) {
    // A sandbox's mail leaves nobody's house, and its clock may stand still: there is nothing to wait for.
    const mayGoTwice = !ports.mailer.knowsKeys && !isSandbox(tenant);
    const mustWait = mayGoTwice && isBeingSent(notification, { now });
    return mustWait ? comesAgain(notificationId) : { notification, vault };
  }
  if (customer === undefined || vault === undefined) return undefined;

  const message = await writtenFor(ports, event, { ...found, tenant, policy, customer, vault });
  if (message === undefined) return undefined;
  const { content, ...told } = message;
  const { customerId } = customer;
  const decision = requestNotification(
    {
      ...{ ...told, notificationId, channel: 'email', eventId: event.id, customerId, policyId: policy.policyId },
      ...('claimId' in event.data && { claimId: event.data.claimId }),
      content: await ports.seal(vault, customerId, content),
    },
    { now, hasAddress: content.to !== undefined },
  );
  let after: Notification | undefined;
  const isFresh = await besides(() =>
    first.commit({ notification: decision }, (states) => {
      after = states.notification;
    }),
  );
  // Another delivery has just written it, or this one did and lost the reply.
  return !isFresh || after === undefined ? comesAgain(notificationId) : { notification: after, vault };
};

/**
 * Commits what is to be said before it is said, and what became of it after (design §4). The same event finds what was
 * written, so it is sent again only where nobody knows whether it was sent.
 */
export const subscriber = subscribe(notifications.subscribers.notifyCustomers, async (given) => {
  const { tenant, now, ports } = given;
  const event = given.event as Delivered['event'];
  const notificationId = ports.idFrom('ntf', event.id);
  const standing = await written(ports, { tenant, now, event }, notificationId);
  if (standing === undefined || standing.notification.status !== 'requested') return;

  const heard = await sendMessage(ports, tenant, standing.notification, standing.vault);

  const second = ports.under('settled');
  const { notification } = await second.load({ notification: notificationId });
  if (notification === undefined) return;
  const settled = settleNotification(notification, heard, { now });
  if (settled.events.length > 0) await second.commit({ notification: settled }, () => undefined);
});
