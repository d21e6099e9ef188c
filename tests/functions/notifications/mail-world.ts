import type { TableClient } from '../../../functions/_storage/client.ts';
import { DeleteCommand } from '../../../functions/_storage/commands.ts';
import { keys, tableDefinition } from '../../../functions/_storage/keys.ts';
import { endpoint as getHistory } from '../../../functions/audit/get-history.ts';
import { endpoint as getNotification } from '../../../functions/notifications/get-notification.ts';
import { endpoint as listNotifications } from '../../../functions/notifications/list-notifications.ts';
import { subscriber } from '../../../functions/notifications/notify-customers.ts';
import { cancellingEndpoints } from '../../support/cancellation.ts';
import { deliver } from '../../support/deliver.ts';
import { aMailbox } from '../../support/mail.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld, type WorldOptions } from '../../support/world.ts';

export type Shown = {
  readonly notificationId: string;
  readonly message: string;
  readonly status: string;
  readonly policyId: string;
  readonly eventId: string;
  readonly content?: { readonly to?: string; readonly subject: string; readonly text: string };
} & Readonly<Record<string, unknown>>;

const reading = [getNotification, listNotifications, getHistory];

/** A shop whose customers are written to, and the mail service that takes what is written. */
export const aMailWorld = async (options: WorldOptions = {}) => {
  const mailbox = aMailbox();
  const world = await aWorld([...sellingEndpoints, ...cancellingEndpoints, ...reading], {
    ...options,
    services: { offerKeys: someOfferKeys(), mailer: mailbox.mailer, ...options.services },
  });
  const bus = deliver(world, [subscriber]);
  const all = async (query: Readonly<Record<string, string>> = {}): Promise<readonly Shown[]> =>
    ((await world.call('listNotifications', { query })).body as { items: Shown[] }).items;
  const one = async (notificationId: string, scopes: readonly string[] = ['customers:personal']): Promise<Shown> => {
    const as = { scopes: ['notifications:read', ...scopes] };
    return (await world.call('getNotification', { params: { notificationId }, as })).body as Shown;
  };
  /** The person's key is destroyed, as an erasure does. */
  const erase = async (customerId: string, tenant = 'shop-a'): Promise<void> => {
    const Key = keys.vault(tenant, customerId);
    await (world.engine.client as TableClient).send(
      new DeleteCommand({ TableName: tableDefinition.tableName, Key }) as never,
    );
  };
  return { ...world, mailbox, bus, all, one, erase };
};
export type MailWorld = Awaited<ReturnType<typeof aMailWorld>>;

/** A phone's policy whose customer has been told. */
export const aToldPolicy = async (world: MailWorld, bind: Record<string, unknown> = {}) => {
  const policy = await aPolicy(world, 'device-protection', bind);
  await world.bus.untilQuiet();
  const [notification] = await world.all({ policyId: policy.policyId });
  if (notification === undefined) throw new Error('Nobody was told.');
  return { ...policy, customerId: String(policy['customerId']), notification };
};
