import { isRecordItself } from '../../../functions/_kit/cloud-event.ts';
import type { OutgoingWebhook, PartnerBuses, WebhookSender } from '../../../functions/_kit/services.ts';
import { wakeUpEvent } from '../../../functions/_kit/wake-up.ts';
import { subscriber as appendRecords } from '../../../functions/audit/append-records.ts';
import { loadEntries } from '../../../local/entries.ts';
import { memoryArchive } from '../../support/audited.ts';
import { deliver } from '../../support/deliver.ts';
import { aPerson } from '../../support/people.ts';
import { type Asked, aWorld, type WorldOptions } from '../../support/world.ts';

type Heard = Awaited<ReturnType<WebhookSender['send']>>;
export const url = 'https://shop.example/hooks';
export const ok: Heard = { ms: 5, status: 200 };
export const down: Heard = { ms: 5, status: 500 };

const entries = await loadEntries();
const webhookEntries = entries.endpoints.filter(({ contract }) => contract.capability === 'webhooks');
const registering = entries.endpoints.filter(({ contract }) => contract.id === 'registerCustomer');
const subscribers = entries.subscribers.filter(({ contract }) => contract.capability === 'webhooks');

export type EndpointShown = {
  readonly endpointId: string;
  readonly secret?: string;
  readonly status: string;
  readonly secrets: readonly { readonly secretId: string }[];
  readonly [name: string]: unknown;
};
export type DeliveryShown = {
  readonly deliveryId: string;
  readonly status: string;
  readonly event: { readonly id: string; readonly type: string };
  readonly attempts: readonly Record<string, unknown>[];
  readonly nextAttemptAt?: string;
};

/** A receiver that answers what a test says, and remembers what it got. */
const listening = () => {
  const sent: OutgoingWebhook[] = [];
  const put: { readonly arn: string; readonly body: string }[] = [];
  const receiver = { answer: (_webhook: Pick<OutgoingWebhook, 'url' | 'body'>): Heard => ok };
  const webhookSender: WebhookSender = {
    send: async (webhook) => {
      sent.push(webhook);
      return receiver.answer(webhook);
    },
  };
  const partnerBuses: PartnerBuses = {
    put: async (arn, { body }) => {
      put.push({ arn, body });
      return receiver.answer({ url: arn, body });
    },
  };
  return { sent, put, receiver, webhookSender, partnerBuses };
};

type World = Awaited<ReturnType<typeof aWorld>>;

/** Lets time pass: every delivery that is due on the way is woken at its own instant. */
const passing =
  ({ engine, time }: World, bus: ReturnType<typeof deliver>) =>
  async (until: string): Promise<void> => {
    for (;;) {
      const items = engine.items().filter(({ pk }) => /^DUE#2|#DUE$/.test(String(pk)));
      const due = items.map(({ sk, k }) => ({ at: String(sk).slice(0, 24), sk: String(sk), kind: String(k) }));
      const [first] = due.toSorted((a, b) => a.sk.localeCompare(b.sk));
      if (first === undefined || first.at > until) break;
      const [at = '', tenant = '', id = ''] = first.sk.split('#');
      time.now = at > time.now ? at : time.now;
      await bus.again(wakeUpEvent({ tenant, kind: first.kind, id, at }, { time: time.now, requestId: 'tick' }));
      await bus.untilQuiet();
    }
    time.now = until;
  };

/**
 * A platform with endpoints, a receiver that answers what a test says, and a bus. What happens is that people register:
 * each makes one event.
 */
export const aWebhooksWorld = async (options: Omit<WorldOptions, 'services'> = {}) => {
  const { webhookSender, partnerBuses, ...outside } = listening();
  const webhookRules = { rules: async () => ({ loopback: false, ownAccount: '123456789012' }) };
  const world = await aWorld([...webhookEntries, ...registering], {
    ...options,
    services: { webhookSender, partnerBuses, webhookRules, archive: memoryArchive().archive },
  });
  const bus = deliver(world, subscribers);

  const create = async (body: object = { url }, asked: Asked = {}): Promise<EndpointShown> => {
    const answer = await world.call('createWebhookEndpoint', { body, ...asked });
    if (answer.status !== 201) throw new Error(`No endpoint: ${answer.text}`);
    await bus.untilQuiet();
    return answer.body as EndpointShown;
  };
  let people = 0;
  /** Something happens: a person registers. Gives the customer's id. */
  const happen = async (): Promise<string> => {
    people += 1;
    const identity = { type: 'passport', number: `E${String(people).padStart(8, '0')}` };
    const body = aPerson({ phone: `+86138${String(people).padStart(8, '0')}`, identity });
    const answer = await world.call('registerCustomer', { body });
    if (answer.status !== 201) throw new Error(`Nobody registered: ${answer.text}`);
    return (answer.body as { customerId: string }).customerId;
  };
  /** Has the audit put everything into the feed that was recorded. */
  const audit = async (): Promise<void> => {
    await appendRecords.reactToBatch?.(bus.published().filter(isRecordItself), world.platform);
  };
  const show = async (endpointId: string): Promise<EndpointShown> =>
    (await world.call('getWebhookEndpoint', { params: { endpointId } })).body as EndpointShown;
  const deliveries = async (
    endpointId: string,
    query: Record<string, string> = {},
  ): Promise<readonly DeliveryShown[]> =>
    ((await world.call('listDeliveries', { params: { endpointId }, query })).body as { items: DeliveryShown[] }).items;
  const on = (operation: string, endpointId: string, asked: Asked = {}) =>
    world.call(operation, { ...asked, params: { endpointId, ...asked.params } });

  return { ...world, ...outside, passTo: passing(world, bus), bus, create, happen, audit, show, deliveries, on };
};
export type WebhooksWorld = Awaited<ReturnType<typeof aWebhooksWorld>>;
