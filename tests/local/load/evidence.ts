import type { TableClient } from '../../../functions/_storage/client.ts';
import type { Acknowledged } from '../../../local/load/acknowledged.ts';
import type { Evidence } from '../../../local/load/audit.ts';
import { eventsOf, type Row, rowsOf } from '../../../local/load/checks/records.ts';
import type { PaymentIntent, Payout, Book as ProviderBook, Refund } from '../../../local/provider/book.ts';
import { readTable } from '../../../local/restore/read-table.ts';
import { aVariedBook } from '../restore/varied-book.ts';

const fields: Readonly<Record<string, string>> = {
  registerCustomer: 'customerId',
  bindPolicy: 'policyId',
  recordMilestone: 'policyId',
  cancelPolicy: 'policyId',
  reportClaim: 'claimId',
};

/** The answers that shops were given for the commands of a book. */
const answersFor = (rows: readonly Row[]): readonly Acknowledged[] =>
  rows.flatMap(({ record: { operation: kind, requestId, events } }) => {
    const field = fields[kind];
    if (field === undefined) return [];
    const data = events.map((event) => Object(event.data)).find((one) => field in one);
    const text = JSON.stringify({ [field]: data[field] });
    return [{ kind, requestId, key: requestId, path: '/', body: '', status: 201, text }];
  });

const anIntent = (id: string, amount: number): PaymentIntent => ({
  ...{ id, amount, amount_received: amount, currency: 'cny', status: 'succeeded', metadata: {} },
  ...{ object: 'payment_intent', payment_method: 'pm_card_visa', created: 1, livemode: false },
});
const charged = (id: string): Acknowledged => ({
  ...{ kind: 'confirmIntent', requestId: id, key: id, path: '/', body: '', status: 200 },
  text: JSON.stringify({ id }),
});

/** 139.62 twice for two devices, and 140.62 where the checkout charged one yuan too much. */
const payments = { pi_356938035643809: 13962, pi_490154203237518: 13962, pi_352099001761481: 14062 };

const refunds = (reference: string): Record<string, Refund> => ({
  re_1: {
    ...{ id: 're_1', object: 'refund', amount: 13962, currency: 'cny', payment_intent: 'pi_490154203237518' },
    ...{ status: 'succeeded', metadata: { reference }, created: 1 },
  },
});
const payouts = (reference: string): Record<string, Payout> => ({
  po_1: {
    ...{ id: 'po_1', object: 'payout', amount: 1200, currency: 'cny', destination: 'ba_1QK2v9L0aZ4xYw7T' },
    ...{ status: 'paid', failure_code: null, metadata: { reference }, created: 1, livemode: false },
  },
});

/** The provider's side of the book: the refund of the device that was given back, and the freight of one return. */
const providerFor = (rows: readonly Row[]): ProviderBook => {
  const referenceOf = (kind: string): string => {
    const found = eventsOf(rows, 'disbursement.requested').find(({ data }) => data['kind'] === kind);
    return String(found?.data['disbursementId']);
  };
  return {
    intents: Object.fromEntries(Object.entries(payments).map(([id, amount]) => [id, anIntent(id, amount)])),
    refunds: refunds(referenceOf('refund')),
    payouts: payouts(referenceOf('payout')),
    events: {},
    keys: {},
  };
};

/** Everything that an audit is given after an honest run, to plant faults into. */
export const honestEvidence = async (): Promise<Evidence> => {
  const { world, files, key } = await aVariedBook();
  const read = await readTable(world.engine.client as TableClient);
  // The other tenant of these worlds has nothing that an archive could tell of.
  const table = { ...read, lines: read.lines.filter((line) => !line.includes('"tenant":"shop-b"')) };
  const rows = rowsOf(table.lines);
  const acknowledged = answersFor(rows);
  return {
    ...{ table, archive: files, jwks: key.jwks, provider: providerFor(rows) },
    acknowledged: [...acknowledged, ...Object.keys(payments).map(charged)],
    refused: [{ kind: 'bindPolicy', requestId: 'load_refused', status: 409, text: '{}' }],
    replays: acknowledged.map((first) => ({
      first,
      again: { status: first.status, text: first.text, replayed: true },
    })),
  };
};
