import type { Chance } from '../chance.ts';
import { type Answer, attempt, type Command } from '../client.ts';
import type { Ask, Json } from '../generators/generator.ts';
import { tenants } from '../platform.ts';
import type { Simulation } from '../simulation.ts';
import { timeOf } from '../time.ts';
import type { Beginning } from './beginning.ts';

export const tenant = tenants[0];
const minuteMs = 60_000;

export type Offer = {
  readonly token: string;
  readonly offerId: string;
  readonly orderNumber: string;
  readonly acknowledged: readonly { readonly code: string; readonly contentHash: string }[];
};
/** What was sold before the history begins, and what else may be asked about. */
export type Sold = {
  readonly policyId: string;
  readonly customerId: string;
  readonly offers: { readonly sold: Offer; readonly other: Offer };
  /** The policy as it was read last before the history. */
  readonly view: Json;
  /** Its version then. */
  readonly version: number;
  readonly usedWaybill: string | undefined;
};
const endpointOf = ({ entries }: Simulation, id: string): Command['endpoint'] => {
  const endpoint = entries.endpoints.find(({ contract }) => contract.id === id);
  if (endpoint === undefined) throw new Error(`There is no endpoint ${id}.`);
  return endpoint;
};

/** A command that can be sent as often as it takes. */
export const commandFor = (simulation: Simulation, id: string, n: number, ask: Ask): Command => ({
  ...{ endpoint: endpointOf(simulation, id), ask, tenant, n },
  ...{ key: `intent-${simulation.seed}-${n}`, answers: [], attempts: 0, underWay: 0 },
});

/** Asks and waits for the answer, while nothing goes wrong and nobody else asks. Numbers from 9000 on are its own. */
const quietly = (simulation: Simulation) => {
  let n = 9000;
  return async (id: string, ask: Ask): Promise<Answer> => {
    n += 1;
    const command = commandFor(simulation, id, n, ask);
    await attempt(simulation, command, 0, () => undefined);
    while (await simulation.scheduler.step());
    const { final } = command;
    if (final === undefined || final.status >= 300) throw new Error(`${id} failed before the history: ${final?.text}`);
    return final;
  };
};

const offerFrom = (orderNumber: string, quoted: unknown): Offer => {
  const { token, offerId, disclosures } = Object(Object(quoted).offer);
  const required = (disclosures as readonly (Offer['acknowledged'][number] & { readonly required: boolean })[]).filter(
    (one) => one.required,
  );
  return {
    ...{ token, offerId, orderNumber },
    acknowledged: required.map(({ code, contentHash }) => ({ code, contentHash })),
  };
};

export const bindBody = (offer: Offer, customerId: string, collection: string): Json => ({
  ...{ offer: offer.token, identity: { orderNumber: offer.orderNumber }, reference: `order-${offer.offerId}` },
  ...{ customerId, collection, acknowledged: offer.acknowledged },
});
export const claimBody = (waybillNumber: string, lossAt: string, returnKind: string): Json => ({
  ...{ coverage: 'return-freight', lossAt, payee: 'ba_CANARY00000001' },
  form: { waybillNumber, returnKind, paidBy: 'buyer', onPlatform: true },
});
const shipment = (occurredAt: string): Json => ({ milestone: 'shipment_confirmed', occurredAt });

type Quietly = (id: string, ask: Ask) => Promise<Json>;

/** Two offers for one order, and one for another order where its waybill is to be used. */
const offersFor = async (ask: Quietly, waybillUsed: boolean, chance: Chance): Promise<readonly Offer[]> => {
  const orders = ['SO-HISTORY-1', 'SO-HISTORY-1', ...(waybillUsed ? ['SO-HISTORY-2'] : [])];
  const distance = chance.pick(['same_province', 'remote']);
  const inputs = { category: 'shoes', distance, buyerReturnRate: '0.05', sellerRating: '4.7' };
  const items = orders.map((orderNumber, at) => ({
    ...{ itemId: `line-${at + 1}`, productId: 'return-freight', insuredObject: { orderNumber, ...inputs } },
  }));
  const quoted = (await ask('createQuote', { body: { items } }))['items'] as readonly Json[];
  return quoted.map((one, at) => offerFrom(orders[at] ?? '', one));
};

/** Somebody else's policy with a claim, whose waybill nobody may claim on again. */
const useWaybill = async (ask: Quietly, offer: Offer, customerId: string, now: string): Promise<string> => {
  const { policyId } = await ask('bindPolicy', { body: bindBody(offer, customerId, 'partner') });
  const params = { policyId: String(policyId) };
  await ask('recordMilestone', { params, body: shipment(now) });
  await ask('reportClaim', { params, body: claimBody('SFUSED000001', now, 'return') });
  return 'SFUSED000001';
};

const buyer = {
  ...{ name: '王小明', identity: { type: 'passport', number: 'E00000001' }, locale: 'en' },
  ...{ phone: '+8613800100001', email: 'buyer@example.com' },
};

/** No day on which a return can be claimed is left (product page: 90 days at most). */
const untilExpired = async (simulation: Simulation): Promise<void> => {
  const settle = async (): Promise<void> => {
    while (await simulation.scheduler.step());
  };
  await timeOf(simulation, settle).pass(91 * 24 * 60 * minuteMs);
};

/** Sells one policy, with another offer for the same order beside it, and whatever else this story begins with. */
export const sell = async (simulation: Simulation, beginning: Beginning, chance: Chance): Promise<Sold> => {
  const { clock } = simulation;
  const { collection, shipped, expired, waybillUsed } = beginning;
  const hear = quietly(simulation);
  const ask: Quietly = async (id, asked) => (await hear(id, asked)).body;
  const customerId = String((await ask('registerCustomer', { body: buyer }))['customerId']);
  const [sold, other, neighbour] = await offersFor(ask, waybillUsed, chance);
  if (sold === undefined || other === undefined) throw new Error('Both offers for the order are made.');
  const bound = await ask('bindPolicy', { body: bindBody(sold, customerId, collection) });
  const params = { policyId: String(bound['policyId']) };
  const usedWaybill = neighbour === undefined ? undefined : await useWaybill(ask, neighbour, customerId, clock.now());
  if (shipped || expired) await ask('recordMilestone', { params, body: shipment(clock.now()) });
  if (expired) await untilExpired(simulation);
  const { body: view, etag = '' } = await hear('getPolicy', { params });
  clock.pass(minuteMs);
  return { ...params, customerId, offers: { sold, other }, view, version: Number(JSON.parse(etag)), usedWaybill };
};
