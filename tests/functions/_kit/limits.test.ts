import { describe, expect, it } from 'vitest';
import { batchItemsMax } from '../../../functions/_kit/batch/limits.ts';
import { limitOf, limitsOf, windowOf } from '../../../functions/_kit/limits.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';

const contracts = (await loadCapabilities()).flatMap(({ endpoints }) => Object.values(endpoints));
const contract = (id: string) => {
  const found = contracts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

describe('limitsOf', () => {
  it('limits every operation', () => {
    expect(contracts.filter((one) => limitsOf(one).length === 0)).toEqual([]);
  });

  it('counts partners and people by credential and by tenant, and a tenant has what three credentials have', () => {
    for (const id of ['createQuote', 'bindPolicy', 'getPolicy', 'approveClaim']) {
      const [one, all] = limitsOf(contract(id));
      expect([one?.by, all?.by]).toEqual(['credential', 'tenant']);
      expect([all?.rate.perSecond, all?.rate.burst]).toEqual([
        3 * (one?.rate.perSecond ?? 0),
        3 * (one?.rate.burst ?? 0),
      ]);
    }
  });

  it('counts by address those who have no token, and nobody else with them', () => {
    for (const id of ['verifyPolicy', 'getHealth'])
      expect(limitsOf(contract(id)).map(({ by }) => by)).toEqual(['address']);
  });

  it('counts webhooks by address alone, generously: who is not proved yet must use up nothing of a tenant’s', () => {
    expect(limitsOf(contract('receivePaymentWebhook')).map(({ by }) => by)).toEqual(['address']);
    expect(limitOf(contract('receivePaymentWebhook')).perSecond).toBeGreaterThan(
      limitOf(contract('bindPolicy')).perSecond,
    );
  });

  it('gives more than the 50 writes and 20 reads a second that are usual', () => {
    // A reset leaves a generation behind for ever, so it is asked for as seldom as a new sandbox. What speaks to a
    // receiver at once, at a caller's wish, must not become a way to flood one.
    const seldom = ['resetSandbox', 'pingWebhookEndpoint', 'resendDelivery', 'fireEvent'];
    for (const one of contracts.filter(({ caller, id }) => caller === 'partner' && !seldom.includes(id))) {
      // A batch carries so many requests at once.
      const worth = one.batch === undefined ? 1 : batchItemsMax;
      expect([one.id, limitOf(one).perSecond * worth > (one.method === 'GET' ? 20 : 50)]).toEqual([one.id, true]);
    }
  });

  it('takes the limit that a contract names instead of its class', () => {
    const own = { ...contract('getPolicy'), limit: { perSecond: 2, burst: 4 } };
    expect(limitsOf(own)).toEqual([
      { by: 'credential', rate: { perSecond: 2, burst: 4 } },
      { by: 'tenant', rate: { perSecond: 6, burst: 12 } },
    ]);
  });

  it('has a window of whole seconds for every quota, so that quota by window is the rate', () => {
    for (const { rate } of contracts.flatMap(limitsOf)) expect(windowOf(rate) * rate.perSecond).toBe(rate.burst);
  });
});
