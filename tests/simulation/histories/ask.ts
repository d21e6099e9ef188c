import { webhookSignature } from '../crypto.ts';
import type { Ask, Json } from '../generators/generator.ts';
import type { Asked, OfferName, Preview } from './operation.ts';
import { bindBody, claimBody, type Sold, tenant } from './sale.ts';
import { cancellation, claimTaken, moneyTold, no, otherBound, policySeen, previewed } from './words.ts';

type Request = { readonly endpoint: string; readonly ask: Ask };

const webhook = ({ offers }: Sold, pay: Extract<Asked, { wants: 'pay' }>): Ask => {
  const { event, payment, amount, currency, named, signed } = pay;
  const metadata = named ? { offer_id: offers.sold.offerId } : {};
  const object = { id: payment, amount, amount_received: amount, currency, metadata };
  const body = { id: event, type: 'payment_intent.succeeded', object: 'event', data: { object } };
  const signature = signed ? webhookSignature(tenant, JSON.stringify(body)) : 'forged';
  return { params: { tenantId: tenant }, body, headers: { 'stripe-signature': signature } };
};

const request = { reason: 'withdrawal' };
/** What a client sends that has seen no preview. */
const noToken = 'no-preview-was-seen-yet';

/** The token that an answer gives, with the version that it is of, as its signed part says. */
export const previewIn = ({ preview }: Json): Preview | undefined => {
  if (typeof preview !== 'string') return undefined;
  const [payload = ''] = preview.split('.');
  return { token: preview, version: JSON.parse(Buffer.from(payload, 'base64url').toString()).v };
};

/** What is wanted, as a request to the platform. */
export const requestFor = (sold: Sold, asked: Asked): Request => {
  const params = { policyId: sold.policyId };
  switch (asked.wants) {
    case 'read':
      return { endpoint: 'getPolicy', ask: { params } };
    case 'preview':
      return { endpoint: 'previewCancellation', ask: { params, body: request } };
    case 'cancel': {
      const { token = noToken } = asked.preview ?? {};
      return { endpoint: 'cancelPolicy', ask: { params, body: { ...request, preview: token } } };
    }
    case 'milestone':
      return {
        endpoint: 'recordMilestone',
        ask: { params, body: { milestone: asked.milestone, occurredAt: asked.at } },
      };
    case 'claim':
      return {
        endpoint: 'reportClaim',
        ask: { params, body: claimBody(asked.waybill, asked.lossAt, asked.returnKind) },
      };
    case 'bind': {
      const whole = bindBody(sold.offers[asked.offer], sold.customerId, 'partner');
      return { endpoint: 'bindPolicy', ask: { body: asked.acknowledged ? whole : { ...whole, acknowledged: [] } } };
    }
    case 'pay':
      return { endpoint: 'receivePaymentWebhook', ask: webhook(sold, asked) };
  }
};

const policyNamed = ({ policyId }: Sold, id: unknown): OfferName | undefined =>
  id === undefined ? undefined : id === policyId ? 'sold' : 'other';
const numberOf = (claimId: unknown): string | undefined =>
  claimId === undefined ? undefined : String(Number(String(claimId).slice(-3)));

/** Facts that the model knows; times and lists of texts are checked where refusals are tested one by one. */
const refusalTold = (sold: Sold, { code, facts }: Json): string => {
  const { status, command, claimId, milestone, needs, policyId } = Object(facts);
  return no(String(code), {
    ...{ status, command, milestone, needs },
    ...{ claim: numberOf(claimId), policy: policyNamed(sold, policyId) },
  });
};

/** A policy's view, in words. */
export const viewTold = (view: Json): string => {
  const { status, invoice, period, milestones, claims, disbursements } = Object(view);
  return policySeen({
    ...{ status, premium: invoice.status, from: period.from },
    ...{ milestones, claims: claims.length, refunds: disbursements.length },
  });
};

/** What an answer says, in the model's words. */
export const answerTold = (sold: Sold, { wants }: Asked, status: number, body: Json): string => {
  if (status >= 300) return refusalTold(sold, body);
  if (wants === 'preview') return previewed(previewIn(body)?.version ?? 0, Object(body)['refund'].gross.amount);
  const { rule, refund, claimId, status: stands, outcome, policyId, offerId } = Object(body);
  switch (wants) {
    case 'cancel':
      return `${stands === 'cancelled' ? '' : `still ${stands}, `}${cancellation(rule, refund.gross.amount)}`;
    case 'claim':
      return `${claimTaken(Number(numberOf(claimId)))}${stands === 'registered' ? '' : `, but ${stands}`}`;
    case 'pay':
      return moneyTold(outcome);
    case 'bind':
      return offerId === sold.offers.other.offerId && policyId !== sold.policyId && stands === 'pending'
        ? otherBound
        : `bound ${policyId} as ${stands}`;
    case 'read':
    case 'milestone':
      return viewTold(body);
  }
};
