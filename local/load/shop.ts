import { setTimeout as wait } from 'node:timers/promises';
import type { basketOf } from '../demo/basket.ts';
import { at, listAt, textAt } from '../demo/client.ts';
import type { Buyer, Order } from '../demo/orders.ts';
import { accountOf, bindBodyOf, type Quoted, quotedOf } from '../demo/shop.ts';
import type { Answered, Ask } from './ask.ts';
import type { Chance } from './chance.ts';
import type { Outside } from './outside.ts';

type Line = ReturnType<typeof basketOf>[number];
export type Sold = { readonly policyId: string; readonly offerId: string; readonly gross: number };

const looksMax = 20;
const lookMs = 100;

/** What one shop does, each as one call; whatever is refused is undefined, and the story goes on from there. */
export const shopOf = (ask: Ask, outside: Outside, chance: Chance) => {
  const command = (kind: string, path: string, body: object): Promise<Answered> =>
    ask({ kind, method: 'POST', path, body: JSON.stringify(body) });
  const read = (kind: string, path: string): Promise<Answered> => ask({ kind, method: 'GET', path });

  return {
    command,
    read,
    outside,
    chance,
    /** A quote reads and writes nothing, so nothing of it can be lost. */
    quote: async (lines: readonly Line[]): Promise<readonly Quoted[]> => {
      const body = JSON.stringify({ items: lines.map(({ item }) => item) });
      const answer = await ask({ kind: 'createQuote', method: 'POST', path: '/quotes', body }, false);
      if (answer.status !== 200) return [];
      const items = listAt(answer.body, 'items');
      return lines
        .map(({ productId, identity }, place) => quotedOf(items[place], productId, identity))
        .filter(({ outcome }) => outcome === 'offered');
    },
    /** Registers a buyer, or finds one who is known already. */
    customer: async (buyer: Buyer): Promise<string | undefined> => {
      const { body, status } = await command('registerCustomer', '/customers', buyer);
      const known = at(body, status === 201 ? 'customerId' : 'facts.customerId');
      return typeof known === 'string' ? known : undefined;
    },
    bind: async (quoted: Quoted, order: Order, customerId: string): Promise<Sold | undefined> => {
      const { status, body } = await command('bindPolicy', '/policies', bindBodyOf(quoted, order, customerId));
      if (status !== 201) return undefined;
      return { policyId: textAt(body, 'policyId'), offerId: textAt(body, 'offerId'), gross: quoted.gross };
    },
    /** Looks at the policy until the provider's webhook has made it paid. */
    untilPaid: async ({ policyId }: Sold): Promise<boolean> => {
      for (let looks = 0; looks < looksMax; looks += 1) {
        const { body } = await read('getPolicy', `/policies/${policyId}`);
        if (at(body, 'invoice.status') === 'paid') return true;
        await wait(lookMs);
      }
      return false;
    },
    /** Looks at what would come back, and cancels on these terms; whatever changed in between refuses it. */
    cancel: async ({ policyId }: Sold): Promise<void> => {
      const body = { reason: 'order-cancelled' };
      const previews = `/policies/${policyId}/cancellation-previews`;
      const shown = await ask(
        { kind: 'previewCancellation', method: 'POST', path: previews, body: JSON.stringify(body) },
        false,
      );
      if (shown.status !== 200) return;
      const preview = textAt(shown.body, 'preview');
      await command('cancelPolicy', `/policies/${policyId}/cancellations`, { ...body, preview });
    },
    report: async ({ policyId }: Sold, { buyer }: Order, notice: object): Promise<string | undefined> => {
      const body = { ...notice, payee: accountOf(buyer) };
      const answer = await command('reportClaim', `/policies/${policyId}/claims`, body);
      return answer.status === 201 ? textAt(answer.body, 'claimId') : undefined;
    },
  };
};
export type Shop = ReturnType<typeof shopOf>;
