import type { ProviderWebhooks } from '../../_kit/services.ts';
import { secretArn } from '../environment.ts';
import { extensionSecret } from '../extension-secrets.ts';
import { webhookSecretsIn } from '../secret-services.ts';
import { stripeWebhooks } from '../stripe-webhooks.ts';

/** Proves Stripe's webhooks by the secrets of each tenant's endpoint. */
export const connect = (): ProviderWebhooks =>
  stripeWebhooks(webhookSecretsIn(extensionSecret(secretArn('providerWebhooks'))));
