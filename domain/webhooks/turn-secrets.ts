import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { WebhookSecretAdded, WebhookSecretRetired } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

/** The one in use, and the next: both sign, so a rotation needs no agreement about the moment. */
export const webhookSecretsMax = 2;

type AddRefusal = 'endpoint-state-refuses' | 'too-many-webhook-secrets';
type RetireRefusal = 'endpoint-state-refuses' | 'webhook-secret-not-found' | 'last-webhook-secret';

/** Adds the next signing secret. A bus has none: AWS itself vouches there for who sends. */
export const addWebhookSecret = (
  { endpointId, status, url, secrets }: Endpoint,
  secretId: string,
  { now }: { readonly now: string },
): Decision<Outcome<WebhookSecretAdded>, AddRefusal> => {
  if (!endpointAllows(status, 'add-secret')) return refuse('endpoint-state-refuses', { status, command: 'add-secret' });
  const most = url === undefined ? 0 : webhookSecretsMax;
  if (secrets.length >= most) return refuse('too-many-webhook-secrets', { endpointId, most });
  return accept({ events: [{ type: 'endpoint.secret-added', data: { endpointId, secretId, at: now } }], postings: [] });
};

/** Retires one signing secret at once; the other goes on. */
export const retireWebhookSecret = (
  { endpointId, status, secrets }: Endpoint,
  secretId: string,
  { now }: { readonly now: string },
): Decision<Outcome<WebhookSecretRetired>, RetireRefusal> => {
  if (!endpointAllows(status, 'retire-secret'))
    return refuse('endpoint-state-refuses', { status, command: 'retire-secret' });
  if (!secrets.some((secret) => secret.secretId === secretId)) return refuse('webhook-secret-not-found', { secretId });
  if (secrets.length === 1) return refuse('last-webhook-secret', { endpointId });
  const data = { endpointId, secretId, at: now };
  return accept({ events: [{ type: 'endpoint.secret-retired', data }], postings: [] });
};
