import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import { react } from '../../functions/_kit/react.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { TransactWriteCommand } from '../../functions/_storage/commands.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { subscriber as notifyCustomers } from '../../functions/notifications/notify-customers.ts';
import { endpoint as receivePaymentWebhook } from '../../functions/payments/receive-payment-webhook.ts';
import { startEngine } from '../../local/engine/choose.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { aClaimsWorld, aFlight, aPhone, report, shipped } from '../functions/claims/claims-world.ts';
import { aCheckout } from '../support/baskets.ts';
import { aMailbox } from '../support/mail.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../support/payments.ts';
import { aBindBody, aCustomer, anOffer, aPolicy, risks, sellingEndpoints, someOfferKeys } from '../support/sale.ts';
import { aWorld } from '../support/world.ts';

const [native] = enginePrograms;
const isThere = (await native?.isAvailable()) === true;
if (!isThere) console.log('Budgets were not measured: the native engine is not available here.');

/** Counts transactions on their way to the table. */
const counting = () => {
  const state = { writes: 0 };
  const through = (client: TableClient): TableClient => ({
    send: (command) => {
      if (command instanceof TransactWriteCommand) state.writes += 1;
      return client.send(command);
    },
  });
  return { state, through };
};

describe.runIf(isThere)('what an operation costs on the native engine', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    const programs = native === undefined ? [] : [native];
    engine = await startEngine({ definition: tableDefinition, log: console.log, endpoint: '', programs });
  });
  afterAll(() => engine.stop());

  let worlds = 0;
  const options = () => {
    worlds += 1;
    const { state, through } = counting();
    return { state, options: { client: engine.client as TableClient, through, seed: `budget-${worlds}` } };
  };
  type Log = { readonly log: readonly Readonly<Record<string, unknown>>[] };
  const lastOf = ({ log }: Log) => log.at(-1) ?? {};

  it.each(['return-freight', 'device-protection', 'flight-delay'] as const)(
    'quotes %s for nothing, and issues it to a known customer for 12 write units and 2 for its unique key',
    async (product) => {
      const { state, options: on } = options();
      const world = await aWorld(sellingEndpoints, { ...on, services: { offerKeys: someOfferKeys() } });
      const customerId = await aCustomer(world, { identity: { type: 'passport', number: `P000${worlds}` } });
      const offer = await anOffer(world, product);
      expect(lastOf(world)).toMatchObject({ operation: 'createQuote', readUnits: 0, writeUnits: 0 });

      const before = state.writes;
      await world.call('bindPolicy', { body: aBindBody(offer, customerId, { identity: risks[product].identity }) });
      expect(lastOf(world)).toMatchObject({ operation: 'bindPolicy', outcome: 'ok' });
      expect(lastOf(world)['writeUnits']).toBeLessThanOrEqual(12 + 2);
      expect(state.writes - before).toBe(1);
    },
  );

  it('binds a basket for what its policies cost alone, and the same for itself whatever it holds', async () => {
    const { state, options: on } = options();
    const { world, orders, body } = await aCheckout(on);
    const costOf = async (many: number): Promise<number> => {
      const items = await orders(many, many * 100);
      const before = state.writes;
      await world.call('bindBasket', { body: body(items) });
      expect(lastOf(world)).toMatchObject({ operation: 'bindBasket', outcome: 'ok' });
      expect(state.writes - before).toBe(1);
      return Number(lastOf(world)['writeUnits']);
    };
    const [one, four] = [await costOf(1), await costOf(4)];
    // Its own answer, state and record, with the paths to it, once; and a policy with its unique key as it is alone.
    expect(one).toBeLessThanOrEqual(10 + 12);
    expect(four - one).toBeLessThanOrEqual(3 * 12);
  });

  it('books a payment for 7 write units, in one round trip', async () => {
    const { state, options: on } = options();
    const services = { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks };
    const world = await aWorld([...sellingEndpoints, receivePaymentWebhook], { ...on, services });
    const { offerId } = await aPolicy(world, 'device-protection', { collection: 'provider' });
    const before = state.writes;
    await deliverWebhook(world, paymentEvent({ amount: 13962, offerId }));
    expect(lastOf(world)).toMatchObject({ operation: 'receivePaymentWebhook', outcome: 'ok' });
    expect(lastOf(world)['writeUnits']).toBeLessThanOrEqual(7);
    expect(state.writes - before).toBe(1);
  });

  it.each(['return-freight', 'device-protection', 'flight-delay'] as const)(
    'tells a customer of a new contract on %s for 20 write units, in two round trips',
    async (product) => {
      const { state, options: on } = options();
      const services = { offerKeys: someOfferKeys(), mailer: aMailbox().mailer };
      const world = await aWorld(sellingEndpoints, { ...on, services });
      const { policyId } = await aPolicy(world, product);
      const { items } = await world.platform
        .store({ read: 0, write: 0 })
        .history({ kind: 'policy', id: policyId }, { tenant: 'shop-a', after: undefined, limit: 1 });
      const [first] = items;
      if (first === undefined) throw new Error('Nothing was bound.');
      const [, bound] = cloudEventsOf(first.record);
      if (bound === undefined) throw new Error('A bind has an event.');
      const before = state.writes;
      await react(notifyCustomers, bound, world.platform);
      expect(lastOf(world)).toMatchObject({ operation: 'notifyCustomers', outcome: 'ok' });
      // A record with the sealed text is under two kilobytes, which no compression makes one.
      expect(lastOf(world)['writeUnits']).toBeLessThanOrEqual(20);
      expect(state.writes - before).toBe(2);
    },
  );

  it.each([
    ['return-freight', shipped, 12 + 2],
    ['device-protection', aPhone, 12],
    ['flight-delay', aFlight, 12],
  ] as const)(
    'takes first notice of a loss on %s within its budget, in one round trip',
    async (product, sell, budget) => {
      const { state, options: on } = options();
      const world = await aClaimsWorld({}, on);
      const policyId = await sell(world);
      const before = state.writes;
      await report(world, product, policyId);
      expect(lastOf(world)).toMatchObject({ operation: 'reportClaim', outcome: 'ok' });
      expect(lastOf(world)['writeUnits']).toBeLessThanOrEqual(budget);
      expect(state.writes - before).toBe(1);
    },
  );
});
