import Stripe from 'stripe';
import type { Disbursement, PaymentProvider, ProviderAnswer } from '../_kit/services.ts';

/** Where Stripe, or what stands in for it on a laptop, is reached. */
export type StripeAddress = {
  readonly apiKey: string;
  readonly host?: string;
  readonly port?: number;
  readonly protocol?: 'http' | 'https';
};

const timeoutMs = 5_000;
const networkRetries = 1;
/** Stripe's largest page, and how much of the newest money is searched before we say that we do not know. */
const pageMax = 100;
const searchedMax = 2_000;

const answered: Readonly<Record<string, ProviderAnswer['status']>> = {
  succeeded: 'succeeded',
  paid: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};

type Movement = {
  readonly id: string;
  readonly status: string | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly failure_reason?: string;
  readonly failure_code?: string | null;
};

const answerOf = ({ id, status, failure_reason, failure_code }: Movement): ProviderAnswer => {
  const reason = failure_reason ?? failure_code;
  return {
    // A status that is new to us is no outcome yet: a webhook or the next look will tell.
    status: answered[status ?? ''] ?? 'pending',
    providerId: id,
    ...(typeof reason === 'string' && { reason }),
  };
};

/**
 * A request that Stripe read and refused moved no money. Anything else (a lost answer, a 5xx, a busy account, a wrong
 * key of ours) leaves the outcome unknown, so it is thrown (design §5).
 */
const refusedBy = (thrown: unknown): ProviderAnswer => {
  const refused =
    thrown instanceof Stripe.errors.StripeInvalidRequestError || thrown instanceof Stripe.errors.StripeCardError;
  const definite = refused && [400, 402, 404].includes(thrown.statusCode ?? 0);
  if (!definite) throw thrown;
  return { status: 'failed', providerId: '', reason: thrown.code ?? thrown.type };
};

const metadataOf = ({ reference, policyId, tenant }: Disbursement) => ({ reference, policy_id: policyId, tenant });

const refund = (stripe: Stripe, instruction: Disbursement): Promise<Movement> => {
  const { paymentId, amount, key } = instruction;
  if (paymentId === undefined) throw new Error(`The refund ${instruction.reference} names no payment.`);
  return stripe.refunds.create(
    { payment_intent: paymentId, amount, metadata: metadataOf(instruction) },
    { idempotencyKey: key },
  );
};

const payout = (stripe: Stripe, instruction: Disbursement, payee: string): Promise<Movement> => {
  const { amount, currency, key } = instruction;
  return stripe.payouts.create(
    { amount, currency: currency.toLowerCase(), destination: payee, metadata: metadataOf(instruction) },
    { idempotencyKey: key },
  );
};

const search = async (pages: AsyncIterable<Movement>, reference: string): Promise<Movement | undefined> => {
  let searched = 0;
  for await (const movement of pages) {
    if (movement.metadata?.['reference'] === reference) return movement;
    searched += 1;
    if (searched === searchedMax)
      throw new Error(`${reference} is not among the newest ${searchedMax} at the provider.`);
  }
  return undefined;
};

/**
 * Sends money and asks after it at Stripe. Our reference travels in the metadata, our key makes a repetition harmless.
 */
export const stripeProvider = ({ apiKey, host, port, protocol }: StripeAddress): PaymentProvider => {
  const stripe = new Stripe(apiKey, {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(protocol !== undefined && { protocol }),
    timeout: timeoutMs,
    maxNetworkRetries: networkRetries,
    telemetry: false,
  });
  return {
    send: async (instruction) => {
      const { kind, payee } = instruction;
      // Without a destination Stripe would pay the platform's own account.
      if (kind === 'payout' && payee === undefined)
        return { status: 'failed', providerId: '', reason: 'payee-unknown' };
      try {
        return answerOf(
          await (kind === 'refund' ? refund(stripe, instruction) : payout(stripe, instruction, payee ?? '')),
        );
      } catch (thrown) {
        return refusedBy(thrown);
      }
    },
    find: async ({ kind, reference }) => {
      const pages =
        kind === 'refund' ? stripe.refunds.list({ limit: pageMax }) : stripe.payouts.list({ limit: pageMax });
      const found = await search(pages, reference);
      return found === undefined ? undefined : answerOf(found);
    },
  };
};
