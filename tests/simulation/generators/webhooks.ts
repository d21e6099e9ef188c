import type { webhooks } from '../../../functions/webhooks/contract.ts';
import { type Known, type KnownEndpoint, learnt } from '../known.ts';
import { type Drawing, type Generator, type Json, lists, paramsOf, reads } from './generator.ts';

const ids = ({ endpoints }: Known): readonly string[] => endpoints.map(({ endpointId }) => endpointId);
const filters = [[], [], [], ['policy.bound', 'claim.paid'], ['customer.registered', 'credential.issued']];

const learnEndpoint = (answer: Json, known: Known): void => {
  const endpointId = String(answer['endpointId']);
  const before = known.endpoints.find((one) => one.endpointId === endpointId);
  const secret = typeof answer['secret'] === 'string' ? [answer['secret']] : [];
  const secretIds = (answer['secrets'] as readonly Json[]).map(({ secretId }) => String(secretId));
  const secrets = [...new Set([...(before?.secrets ?? []), ...secret])];
  const endpoint: KnownEndpoint = { endpointId, secretIds, secrets, deliveries: before?.deliveries ?? [] };
  learnt(known.endpoints, endpoint, (one) => one.endpointId);
};

const onEndpoint = (weight: number, body?: (drawing: Drawing) => unknown): Generator => ({
  weight,
  draw: (drawing) => {
    const named = paramsOf(drawing, 'endpointId', ids);
    return named === undefined ? undefined : { ...named, ...(body !== undefined && { body: body(drawing) }) };
  },
  learn: learnEndpoint,
});

/** Something that belongs to an endpoint, by its own id; a stray one where it has none. */
const within = (weight: number, name: string, own: (endpoint: KnownEndpoint) => readonly string[]): Generator => ({
  weight,
  draw: (drawing) => {
    const named = paramsOf(drawing, 'endpointId', ids);
    const endpoint = drawing.known.endpoints.find(({ endpointId }) => endpointId === named?.params?.['endpointId']);
    const [first] = endpoint === undefined ? [] : own(endpoint);
    if (named === undefined || first === undefined) return undefined;
    return { ...named, params: { ...named.params, [name]: first } };
  },
});

const learnDeliveries = (answer: Json, known: Known): void => {
  for (const { endpointId, deliveryId } of (answer['items'] ?? [answer]) as readonly Json[]) {
    const endpoint = known.endpoints.find((one) => one.endpointId === endpointId);
    if (endpoint !== undefined) learnt(endpoint.deliveries, String(deliveryId));
  }
};

const replayBody = ({ chance, now }: Drawing): Json => {
  if (chance.happens(0.5)) return { missed: true };
  const hours = (many: number): string => new Date(Date.parse(now) + many * 3_600_000).toISOString();
  return { from: hours(-1 - chance.below(48)), to: hours(chance.below(2)) };
};

const bus = 'arn:aws:events:eu-central-1:111122223333:event-bus/';

/** How partners have themselves told, and what they do with it. */
export const webhooksGenerators: Readonly<Record<keyof typeof webhooks.endpoints, Generator>> = {
  createWebhookEndpoint: {
    weight: 0.8,
    draw: ({ chance, serial }) => {
      const types = chance.pick(filters);
      const payload = chance.happens(0.2) ? 'thin' : 'full';
      const name = `hooks-${serial()}`;
      if (chance.happens(0.05)) return { body: { url: 'https://169.254.169.254/latest', types } };
      return chance.happens(0.15)
        ? { body: { eventBusArn: `${bus}${name}`, types } }
        : { body: { url: `https://${name}.example/in`, types, payload } };
    },
    learn: learnEndpoint,
  },
  listWebhookEndpoints: lists('listWebhookEndpoints'),
  getWebhookEndpoint: { ...reads('endpointId', ids), learn: learnEndpoint },
  changeWebhookEndpoint: onEndpoint(0.2, ({ chance }) => ({ payload: chance.pick(['full', 'thin']) })),
  disableWebhookEndpoint: onEndpoint(0.2),
  enableWebhookEndpoint: onEndpoint(0.3),
  deleteWebhookEndpoint: onEndpoint(0.15),
  addWebhookSecret: onEndpoint(0.4),
  retireWebhookSecret: { ...within(0.9, 'webhookSecretId', ({ secretIds }) => secretIds), learn: learnEndpoint },
  listDeliveries: {
    ...reads('endpointId', ids),
    weight: 0.9,
    learn: learnDeliveries,
  },
  getDelivery: within(0.9, 'deliveryId', ({ deliveries }) => deliveries),
  resendDelivery: within(0.9, 'deliveryId', ({ deliveries }) => deliveries),
  pingWebhookEndpoint: { ...onEndpoint(0.3), learn: learnDeliveries },
  replayWebhooks: onEndpoint(0.4, replayBody),
  fireEvent: {
    weight: 0.2,
    draw: ({ chance }) => ({ body: { type: chance.pick(['policy.bound', 'claim.paid']) } }),
    learn: learnDeliveries,
  },
};
