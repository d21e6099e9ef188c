import type { WebhookSender } from '../../_kit/services.ts';
import { webhookSender } from '../webhook-sender.ts';

/** Webhooks by HTTPS, to the public internet alone. */
export const connect = (): WebhookSender => webhookSender();
