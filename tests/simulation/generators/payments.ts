import type { payments } from '../../../functions/payments/contract.ts';
import { webhookSignature } from '../crypto.ts';
import { type Known, learnt } from '../known.ts';
import type { Webhook } from '../provider.ts';
import { type Ask, type Drawing, type Generator, type Json, lists, paramsOf, person, reads } from './generator.ts';

/** Somebody pays at the provider: what is owed as a rule, sometimes too much, too early, twice or in other money. */
const somebodyPays = ({ known, chance, provider, serial }: Drawing): void => {
  const open = known.policies.filter(({ collection }) => collection === 'provider');
  const wanted = chance.happens(0.75) && open.length > 0 ? chance.pick(open) : known.offers.at(-1);
  if (wanted === undefined) return;
  const { offerId, gross } = wanted;
  provider.pay({
    tenant: known.tenant,
    paymentId: `pi_${String(serial()).padStart(8, '0')}`,
    amount: chance.happens(0.1) ? gross + 1 : gross,
    currency: chance.happens(0.03) ? 'usd' : 'cny',
    offerId: chance.happens(0.05) ? undefined : offerId,
  });
  // Now and then a provider tells of one payment in two events (reliability M1: duplicates).
  if (chance.happens(0.15)) provider.tellAgain();
};

/** A provider's webhook as it comes: the raw body and its signature, without an idempotency key. */
export const webhookAsk = ({ tenant, event }: Webhook, signature?: string): Ask => {
  const body = JSON.stringify(event);
  return {
    params: { tenantId: tenant },
    body: event,
    headers: { 'stripe-signature': signature ?? webhookSignature(tenant, body) },
  };
};

export const paymentsGenerators: Readonly<Record<keyof typeof payments.endpoints, Generator>> = {
  receivePaymentWebhook: {
    weight: 4,
    draw: (drawing) => {
      const { known, chance, provider } = drawing;
      if (chance.happens(0.7)) somebodyPays(drawing);
      provider.settle(false);
      const own = provider.webhooks.filter(({ tenant }) => tenant === known.tenant);
      if (own.length === 0) return undefined;
      const webhook = chance.happens(0.6) ? own.at(-1) : chance.pick(own);
      return webhook === undefined ? undefined : webhookAsk(webhook, chance.happens(0.05) ? 'forged' : undefined);
    },
  },
  listInboxEntries: {
    ...lists('listInboxEntries', {
      as: person('operator'),
      learn: ({ items }, known: Known) => {
        for (const one of items as readonly Json[]) learnt(known.inbox, String(one['entryId']));
      },
      filters: {
        status: ({ chance }) => chance.pick(['received', 'done', 'refused', 'failed']),
        provider: ({ chance }) => chance.pick(['stripe', 'carrier']),
      },
    }),
    weight: 0.9,
  },
  getInboxEntry: { ...reads('entryId', ({ inbox }) => inbox, person('operator')), weight: 1.2 },
  replayInboxEntry: {
    weight: 1.2,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'entryId', ({ inbox }) => inbox);
      return named === undefined ? undefined : { ...named, as: person('operator') };
    },
  },
  listUnmatchedMoney: {
    ...lists('listUnmatchedMoney', {
      as: person('finance'),
      learn: ({ items }, known: Known) => {
        for (const one of items as readonly Json[]) learnt(known.unmatched, String(one['unmatchedId']));
      },
      filters: { status: ({ chance }) => chance.pick(['open', 'applied']) },
    }),
    weight: 0.5,
  },
  getUnmatchedMoney: { ...reads('unmatchedId', ({ unmatched }) => unmatched, person('finance')), weight: 0.8 },
};
