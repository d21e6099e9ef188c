import type { policies } from '../../../functions/policies/contract.ts';
import { type Known, learnt } from '../known.ts';
import { basketGenerators } from './baskets.ts';
import { batches } from './batches.ts';
import {
  type Drawing,
  type Filters,
  type Generator,
  type Json,
  lists,
  lookingBack,
  paramsOf,
  reads,
} from './generator.ts';

const ids = ({ policies: all }: Known): readonly string[] => all.map(({ policyId }) => policyId);

export const learnPolicy = (answer: Json, known: Known): void => {
  const invoice = Object(answer['invoice']);
  const policy = {
    policyId: String(answer['policyId']),
    policyNumber: String(answer['policyNumber']),
    verificationCode: String(answer['verificationCode']),
    productId: String(answer['productId']),
    offerId: String(answer['offerId']),
    gross: Number(invoice.gross.amount),
    collection: String(invoice.collection),
    status: String(answer['status']),
    from: Object(answer['period']).from,
  };
  learnt(known.policies, policy, ({ policyId }) => policyId);
};

/** Mostly what really happened; now and then an order, a time or a kind that cannot be. */
const shipped = ({ policies: all }: Known): readonly string[] =>
  all.flatMap(({ policyId, productId }) => (productId === 'return-freight' ? [policyId] : []));

const milestone = ({ chance, now }: Drawing): Json => {
  const agoMs = chance.pick([0, 0, 0, 1_000, 60_000, -3_600_000]);
  return {
    milestone: chance.pick(['shipment_confirmed', 'shipment_confirmed', 'receipt_signed']),
    occurredAt: new Date(Date.parse(now) - agoMs).toISOString(),
  };
};

/** Where a cancellation sends money back, if it was paid. */
const paidByCard = ({ policies: all }: Known): readonly string[] =>
  all.flatMap(({ policyId, collection }) => (collection === 'provider' ? [policyId] : []));

const reasonOf = ({ chance }: Drawing): string => chance.pick(['order-cancelled', 'withdrawal']);

/** What a buyer is shown of a cancellation, and what it must then do. */
export const shownIn = ({ rule, refund }: Json): string => JSON.stringify([rule, refund]);

/** Whose: a customer that is known, or a number that somebody sold under, which one of the tenants may have. */
export const ofSomebody: Filters = {
  customerId: ({ known, chance }) => (known.customers.length === 0 ? undefined : chance.pick(known.customers)),
  reference: ({ chance }) => `order-${chance.below(40)}1`,
};

const bindPolicy: Generator = {
  weight: 6,
  draw: ({ known, chance, serial, smooth }) => {
    if (known.offers.length === 0 || known.customers.length === 0) return undefined;
    const bound = new Set(known.policies.map(({ offerId }) => offerId));
    const free = known.offers.filter(({ offerId }) => !bound.has(offerId)).slice(-4);
    const offer = free.length > 0 && chance.happens(0.9) ? chance.pick(free) : chance.pick(known.offers);
    const { token, identity, acknowledged } = offer;
    return {
      body: {
        ...{ offer: token, identity, reference: `order-${serial()}`, customerId: chance.pick(known.customers) },
        collection: smooth || chance.happens(0.65) ? 'partner' : 'provider',
        acknowledged: !smooth && chance.happens(0.05) ? [] : acknowledged,
      },
    };
  },
  learn: learnPolicy,
};

const recordMilestone: Generator = {
  weight: 4,
  draw: (drawing) => {
    const named = paramsOf(drawing, 'policyId', drawing.chance.happens(0.9) ? shipped : ids);
    return named === undefined ? undefined : { ...named, body: milestone(drawing) };
  },
  learn: learnPolicy,
};

const cancelPolicy: Generator = {
  weight: 3,
  draw: (drawing) => {
    const { known, chance } = drawing;
    if (known.previews.length === 0) return undefined;
    const { policyId, reason, token } = chance.pick(known.previews.slice(-3));
    // Now and then another policy, another reason or another token than those of the preview.
    const named = chance.happens(0.9) ? { params: { policyId } } : paramsOf(drawing, 'policyId', ids);
    if (named === undefined) return undefined;
    const preview = chance.happens(0.04) ? `${token.slice(0, -2)}AA` : token;
    return { ...named, body: { reason: chance.happens(0.95) ? reason : reasonOf(drawing), preview } };
  },
};

export const policiesGenerators: Readonly<Record<keyof typeof policies.endpoints, Generator>> = {
  ...basketGenerators,
  batchPolicies: batches({ bindPolicy, recordMilestone, cancelPolicy }),
  bindPolicy,
  listPolicies: lists('listPolicies', {
    filters: {
      ...ofSomebody,
      status: ({ chance }) => chance.pick(['pending', 'on-risk', 'expired', 'cancelled']),
      include: () => 'customer',
    },
  }),
  getPolicy: {
    ...reads('policyId', ids),
    weight: 0.6,
    learn: (answer, known, ask) => {
      if (ask.query === undefined) learnPolicy(answer, known);
    },
    draw: (drawing) => {
      const asked = reads('policyId', ids).draw(drawing);
      return asked === undefined
        ? undefined
        : { ...asked, ...lookingBack(drawing, ['customer', 'claims', 'claims,customer']) };
    },
  },
  recordMilestone,
  previewCancellation: {
    weight: 2,
    draw: (drawing) => {
      const named = paramsOf(drawing, 'policyId', drawing.chance.happens(0.5) ? paidByCard : ids);
      return named === undefined ? undefined : { ...named, body: { reason: reasonOf(drawing) } };
    },
    learn: (answer, known, ask) => {
      const policyId = String(answer['policyId']);
      const { reason } = Object(ask.body);
      learnt(known.previews, { policyId, reason, token: String(answer['preview']), shown: shownIn(answer) });
    },
  },
  cancelPolicy,
  getCertificate: reads('policyId', ids),
  verifyPolicy: {
    weight: 0.2,
    draw: ({ known, chance }) => {
      if (known.policies.length === 0) return undefined;
      const { policyNumber, verificationCode } = chance.pick(known.policies);
      const code = chance.happens(0.3) ? '0'.repeat(12) : verificationCode;
      return { params: { tenantId: known.tenant, policyNumber }, query: { code } };
    },
  },
};
