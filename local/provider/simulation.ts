import { randomBytes } from 'node:crypto';
import { type CardRow, type PayeeRow, sandboxValues } from '../../functions/_kit/sandbox-values.ts';
import type { Book, PaymentIntent, Payout, ProviderBook, ProviderEvent, Refund } from './book.ts';
import { brokenInside, cardDeclined, invalidRequest, noSuch, type ProviderRefusal } from './errors.ts';

/** What a request sends, form-decoded: plain fields, and those of `metadata`. */
export type Form = {
  readonly fields: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
};

/** An answer; `hangUp` says that it is never sent, although what was asked for has been done. */
export type ProviderAnswer = { readonly status: number; readonly body: object; readonly hangUp?: boolean };

const payeeOf = (payout: PayeeRow['payout']): string =>
  sandboxValues.payees.find((row) => row.payout === payout)?.value ?? '';
const cardOf = (card: CardRow['card']): string => sandboxValues.cards.find((row) => row.card === card)?.value ?? '';

/** Payees whose payouts go another way than well, and cards, as the table of magic values has them. */
export const troubledPayees = {
  answerLost: payeeOf('answer-lost'),
  broken: payeeOf('broken'),
  closed: payeeOf('closed'),
} as const;
export const cards = {
  good: cardOf('good'),
  declined: cardOf('declined'),
  refundFails: cardOf('refund-fails'),
} as const;

const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;
const seconds = (): number => Math.floor(Date.now() / 1000);

export type Setup = Pick<ProviderBook, 'book' | 'put'> & {
  /** Makes an event of what happened and sends it to the endpoint. */
  readonly emit: (type: string, object: object) => void;
  /** Sends an event once more, as it was. */
  readonly resend: (event: ProviderEvent) => void;
};

const amountIn = ({ fields }: Form): number | ProviderRefusal => {
  const text = fields['amount'] ?? '';
  const amount = Number(text);
  return /^\d{1,8}$/.test(text) && amount > 0
    ? amount
    : invalidRequest('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer');
};
const isRefusal = (value: unknown): value is ProviderRefusal =>
  typeof value === 'object' && value !== null && 'body' in value;

const createIntent = ({ put }: Setup, form: Form): ProviderAnswer => {
  const amount = amountIn(form);
  if (isRefusal(amount)) return amount;
  const { currency = '', payment_method } = form.fields;
  if (!/^[a-z]{3}$/.test(currency)) return invalidRequest(`Invalid currency: ${currency}.`, 'currency');
  const intent: PaymentIntent = {
    id: newId('pi'),
    object: 'payment_intent',
    amount,
    amount_received: 0,
    currency,
    status: payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    metadata: { ...form.metadata },
    payment_method: payment_method ?? null,
    created: seconds(),
    livemode: false,
  };
  put('intents', intent.id, intent);
  return { status: 200, body: intent };
};

const confirmIntent = ({ book, put, emit }: Setup, id: string, { fields }: Form): ProviderAnswer => {
  const intent = book.intents[id];
  if (intent === undefined) return noSuch('payment_intent', id);
  const method = fields['payment_method'] ?? intent.payment_method;
  if (intent.status === 'succeeded')
    return invalidRequest('This PaymentIntent has already succeeded.', undefined, 'payment_intent_unexpected_state');
  if (method === null) return invalidRequest('A payment method is needed to confirm.', 'payment_method');
  if (method === cards.declined) return cardDeclined(intent);
  const paid: PaymentIntent = {
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
    payment_method: method,
  };
  put('intents', id, paid);
  emit('payment_intent.succeeded', paid);
  return { status: 200, body: paid };
};

const refundedOf = (book: Book, paymentIntent: string): number =>
  Object.values(book.refunds)
    .filter((one) => one.payment_intent === paymentIntent && one.status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0);

const createRefund = ({ book, put, emit }: Setup, form: Form): ProviderAnswer => {
  const id = form.fields['payment_intent'] ?? '';
  const intent = book.intents[id];
  if (intent === undefined) return noSuch('payment_intent', id);
  const amount = form.fields['amount'] === undefined ? intent.amount_received : amountIn(form);
  if (isRefusal(amount)) return amount;
  if (amount > intent.amount_received - refundedOf(book, id))
    return invalidRequest('Refund amount is greater than unrefunded amount.', 'amount', 'charge_already_refunded');
  const fails = intent.payment_method === cards.refundFails;
  const refund: Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    currency: intent.currency,
    payment_intent: id,
    status: fails ? 'pending' : 'succeeded',
    metadata: { ...form.metadata },
    created: seconds(),
  };
  const settled: Refund = fails ? { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' } : refund;
  put('refunds', refund.id, settled);
  emit('refund.updated', settled);
  return { status: 200, body: refund };
};

const createPayout = ({ put, emit }: Setup, form: Form): ProviderAnswer => {
  const amount = amountIn(form);
  if (isRefusal(amount)) return amount;
  const { destination, currency = '' } = form.fields;
  if (destination === undefined) return invalidRequest('A destination is needed.', 'destination');
  if (destination === troubledPayees.broken) return brokenInside;
  const payout: Payout = {
    id: newId('po'),
    object: 'payout',
    amount,
    currency,
    destination,
    status: 'pending',
    failure_code: null,
    metadata: { ...form.metadata },
    created: seconds(),
    livemode: false,
  };
  const closed = destination === troubledPayees.closed;
  const settled: Payout = closed
    ? { ...payout, status: 'failed', failure_code: 'account_closed' }
    : { ...payout, status: 'paid' };
  put('payouts', payout.id, settled);
  const lost = destination === troubledPayees.answerLost;
  // Of a payout whose answer is lost nothing is heard at all, until somebody asks.
  if (!lost) emit(`payout.${settled.status}`, settled);
  return { status: 200, body: payout, ...(lost && { hangUp: true }) };
};

const newestFirst = <T extends { readonly id: string }>(all: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(all).toReversed();

const page = (path: string, all: readonly { readonly id: string }[], query: URLSearchParams): ProviderAnswer => {
  const limit = Math.min(Number(query.get('limit') ?? 10), 100);
  const after = query.get('starting_after');
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const data = all.slice(from, from + limit);
  return { status: 200, body: { object: 'list', url: path, has_more: from + limit < all.length, data } };
};

const retryEvent = ({ book, put, resend }: Setup, id: string): ProviderAnswer => {
  const event = book.events[id];
  if (event === undefined) return noSuch('event', id);
  const waiting = { ...event, pending_webhooks: 1 };
  put('events', id, waiting);
  resend(waiting);
  return { status: 200, body: waiting };
};

type Asked = { readonly path: string; readonly form: Form };
type Route = readonly [pattern: RegExp, run: (setup: Setup, id: string, asked: Asked) => ProviderAnswer];

const posts: readonly Route[] = [
  [/^\/v1\/payment_intents$/, (setup, _id, { form }) => createIntent(setup, form)],
  [/^\/v1\/payment_intents\/(\w+)\/confirm$/, (setup, id, { form }) => confirmIntent(setup, id, form)],
  [/^\/v1\/refunds$/, (setup, _id, { form }) => createRefund(setup, form)],
  [/^\/v1\/payouts$/, (setup, _id, { form }) => createPayout(setup, form)],
  [/^\/v1\/events\/(\w+)\/retry$/, (setup, id) => retryEvent(setup, id)],
];

/** Does what a POST asks for, with Stripe's objects and refusals; undefined where there is nothing at that path. */
export const post = (setup: Setup, path: string, form: Form): ProviderAnswer | undefined => {
  for (const [pattern, run] of posts) {
    const match = pattern.exec(path);
    if (match !== null) return run(setup, match[1] ?? '', { path, form });
  }
  return undefined;
};

/** Answers a GET: one object, or a page of a list, newest first. */
export const get = (
  { book }: Pick<Setup, 'book'>,
  path: string,
  query: URLSearchParams,
): ProviderAnswer | undefined => {
  const [, kind = '', id] = /^\/v1\/(payment_intents|refunds|payouts|events)(?:\/(\w+))?$/.exec(path) ?? [];
  const all = { payment_intents: book.intents, refunds: book.refunds, payouts: book.payouts, events: book.events }[
    kind
  ];
  if (all === undefined) return undefined;
  const of = query.get('payment_intent');
  if (id === undefined) {
    const items = newestFirst<{ readonly id: string; readonly payment_intent?: string }>(all);
    return page(path, of === null ? items : items.filter((one) => one.payment_intent === of), query);
  }
  const found = all[id];
  return found === undefined ? noSuch(kind, id) : { status: 200, body: found };
};
