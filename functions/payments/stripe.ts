import { ProviderEvent } from '../../domain/payments/webhook/schema.ts';

/** The provider whose webhooks we take: its name in the inbox, where it signs, and what all of its events carry. */
export const stripe = { name: 'stripe', header: 'stripe-signature', schema: ProviderEvent } as const;
