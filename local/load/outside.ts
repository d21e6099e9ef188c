import { type Asking, untilAnswered } from './ask.ts';
import type { Sent } from './http.ts';

type Place = { readonly providerUrl: string };

/** What a checkout does at its payment provider, and what carriers and airlines say; asked until answered, too. */
export const outsideOf = (asking: Asking & Place, client: string) => {
  const { url, providerUrl, book, statistics } = asking;
  let count = 0;

  const provider = async (kind: string, path: string, form: Readonly<Record<string, string>>): Promise<unknown> => {
    count += 1;
    const key = `pay_${client}_${String(count).padStart(6, '0')}`;
    const body = new URLSearchParams(form).toString();
    const headers = {
      authorization: 'Bearer sk_test_load',
      'idempotency-key': key,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const sent: Sent = { url: `${providerUrl}${path}`, method: 'POST', headers, body };
    const reply = await untilAnswered(asking, kind, async () => sent);
    if (reply === undefined) return undefined;
    const { status, text, ms } = reply;
    const done = status < 300;
    statistics.done(kind, done ? 'acknowledged' : 'refused', ms);
    if (done) book.acknowledge({ kind, requestId: key, key, path, body, status, text });
    return done ? JSON.parse(text) : undefined;
  };

  return {
    /** Charges a card for an offer; the provider's webhook tells the platform. */
    pay: async (offerId: string, amount: number): Promise<void> => {
      const form = { amount: String(amount), currency: 'cny', 'metadata[offer_id]': offerId };
      const intent = await provider('createIntent', '/v1/payment_intents', form);
      const id = String(Object(intent).id);
      if (intent === undefined) return;
      await provider('confirmIntent', `/v1/payment_intents/${id}/confirm`, { payment_method: 'pm_card_visa' });
    },
    tell: async (what: 'parcels' | 'flights', said: object): Promise<void> => {
      const headers = { 'content-type': 'application/json' };
      const sent: Sent = { url: `${url}/sandbox/${what}`, method: 'POST', headers, body: JSON.stringify(said) };
      const reply = await untilAnswered(asking, `tell ${what}`, async () => sent);
      if (reply !== undefined) statistics.done(`tell ${what}`, 'acknowledged', reply.ms);
    },
  };
};
export type Outside = ReturnType<typeof outsideOf>;
