import { createHash } from 'node:crypto';
import type { Subscriber } from '../../../functions/_kit/implement.ts';
import type { OfferKeys } from '../../../functions/_kit/services.ts';
import { subscriber as appendRecords } from '../../../functions/audit/append-records.ts';
import { subscriber as adjudicateClaim } from '../../../functions/claims/adjudicate-claim.ts';
import { deliver } from '../../support/deliver.ts';
import { aPolicy, type ProductName } from '../../support/sale.ts';
import type { Asked, WorldOptions } from '../../support/world.ts';
import { aFilledBook } from '../book/filled-book.ts';

type Json = Record<string, unknown>;
type Endpoint = Json & { readonly endpointId: string };

/** One key that is the same in every run, so that the same offers are signed the same way. */
const ring = { kid: 'k1', secret: createHash('sha256').update('offers of the examples').digest() };
const offerKeys: OfferKeys = { current: async () => ring, find: async () => ring };

/** The digit that makes 14 digits an IMEI (Luhn). */
const imeiOf = (number: number): string => {
  const digits = `35693803564${String(number).padStart(3, '0')}`;
  const sum = [...digits].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

/** What must be so before an operation can show what it answers: things are sold, claimed and heard as everywhere. */
export const aStage = async (options: WorldOptions = {}, subscribers: readonly Subscriber[] = [adjudicateClaim]) => {
  const services = { offerKeys, bus: { publish: async () => undefined }, ...options.services };
  const book = await aFilledBook({ ...options, services });
  const bus = deliver(book, subscribers);
  let things = 100;

  const did = async (operation: string, asked: Asked): Promise<Json> => {
    const answer = await book.call(operation, asked);
    if (answer.status >= 300) throw new Error(`${operation} was refused: ${answer.text}`);
    return answer.body as Json;
  };
  /** A number of its own for each thing that is insured once. */
  const another = (): number => {
    things += 1;
    return things;
  };
  const identityOf = (product: ProductName): Json =>
    product === 'return-freight'
      ? { orderNumber: `SO-20261223-${another()}` }
      : { imei: imeiOf(another()), purchasedOn: book.time.now.slice(0, 10) };
  const sell = async (product: ProductName): Promise<string> =>
    (await aPolicy(book, product, { risk: identityOf(product) })).policyId;

  /** A screen that broke two days after a new phone was insured: the notice, before it is given. */
  const aLoss = async () => {
    const policyId = await sell('device-protection');
    const day = 24 * 60 * 60_000;
    const [lossAt, now] = [2, 3].map((days) => new Date(Date.parse(book.time.now) + days * day).toISOString());
    book.time.now = now ?? '';
    const form = { repairQuote: 120_000 };
    return { params: { policyId }, body: { coverage: 'screen', lossAt, form, payee: 'ba_1QK2v9L0aZ4xYw7T' } };
  };
  /** The same, reported, and in front of people. */
  const aClaim = async (): Promise<string> => {
    const { claimId } = await did('reportClaim', await aLoss());
    await bus.untilQuiet();
    return String(claimId);
  };
  let endpoint: Endpoint | undefined;
  /** An endpoint of its own for each scene; a tenant has eight at most, so the one before goes. */
  const anEndpoint = async (): Promise<Endpoint> => {
    if (endpoint !== undefined)
      await book.call('deleteWebhookEndpoint', { params: { endpointId: endpoint.endpointId } });
    endpoint = (await did('createWebhookEndpoint', { body: { url: 'https://shop.example/hooks' } })) as Endpoint;
    return endpoint;
  };
  const audit = async (): Promise<void> => {
    await bus.untilQuiet();
    const failed = await appendRecords.reactToBatch?.(bus.published('operation.recorded'), book.platform);
    if (failed?.length !== 0) throw new Error(`Not audited: ${failed}`);
  };
  return { ...book, bus, did, sell, identityOf, aLoss, aClaim, anEndpoint, audit };
};
export type Stage = Awaited<ReturnType<typeof aStage>>;
