import type { basketEntries } from '../../../functions/policies/basket-entries.ts';
import { type Known, type KnownOffer, learnt } from '../known.ts';
import { type Drawing, type Filters, type Generator, type Json, lists, reads } from './generator.ts';
import { learnPolicy } from './policies.ts';

const ids = ({ baskets }: Known): readonly string[] => baskets;

/** Offers that were not bound as far as is known; now and then one that was, which must refuse the whole basket. */
const someOffers = ({ known, chance, smooth }: Drawing, most: number): readonly KnownOffer[] => {
  const bound = new Set(known.policies.map(({ offerId }) => offerId));
  const free = known.offers.filter(({ offerId }) => !bound.has(offerId));
  const from = !smooth && chance.happens(0.15) ? known.offers : free;
  return from.slice(-(1 + chance.below(most)));
};

const learnBasket = (answer: Json, known: Known): void => {
  learnt(known.baskets, String(answer['basketId']));
  learnt(known.checkouts, String(answer['reference']));
  for (const policy of (answer['policies'] ?? []) as readonly Json[]) learnPolicy(policy, known);
};

const oneOf = ({ chance }: Drawing, all: readonly string[]): string | undefined =>
  all.length === 0 ? undefined : chance.pick(all);
const ofCheckout: Filters = {
  customerId: (drawing) => oneOf(drawing, drawing.known.customers),
  reference: (drawing) => oneOf(drawing, drawing.known.checkouts),
};

/** How whole checkouts join: several offers at once, all of them or none, and what was declined beside them. */
export const basketGenerators: Readonly<Record<keyof typeof basketEntries, Generator>> = {
  bindBasket: {
    weight: 2,
    draw: (drawing) => {
      const { known, chance, serial, smooth } = drawing;
      const offers = someOffers(drawing, 5);
      if (offers.length === 0 || known.customers.length === 0) return undefined;
      const declined = offers.length > 1 && chance.happens(0.3) ? offers.slice(0, 1) : [];
      const taken = offers.slice(declined.length);
      return {
        body: {
          ...{ customerId: chance.pick(known.customers), reference: `basket-${serial()}` },
          collection: chance.happens(0.6) ? 'partner' : 'provider',
          items: taken.map(({ token, identity, acknowledged }) => ({
            ...{ offer: token, identity },
            acknowledged: !smooth && chance.happens(0.04) ? [] : acknowledged,
          })),
          ...(declined.length > 0 && { optOuts: declined.map(({ token }) => ({ offer: token })) }),
        },
      };
    },
    learn: learnBasket,
  },
  recordOptOuts: {
    weight: 0.4,
    draw: (drawing) => {
      const offers = someOffers(drawing, 3);
      if (offers.length === 0) return undefined;
      const token = ({ token: given }: KnownOffer): string =>
        drawing.chance.happens(0.05) ? `${given.slice(0, -2)}AA` : given;
      const optOuts = offers.map((offer) => ({ offer: token(offer) }));
      return { body: { reference: `declined-${drawing.serial()}`, optOuts } };
    },
    learn: learnBasket,
  },
  getBasket: {
    ...reads('basketId', ids),
    draw: (drawing) => {
      const asked = reads('basketId', ids).draw(drawing);
      const isWhole = drawing.chance.happens(0.4);
      return asked === undefined ? undefined : { ...asked, ...(isWhole && { query: { include: 'policies' } }) };
    },
  },
  listBaskets: lists('listBaskets', { filters: ofCheckout }),
};
