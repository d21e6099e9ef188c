import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../../functions/_kit/http/limit.ts';
import { limitOf } from '../../../../functions/_kit/limits.ts';
import { endpoint as registerCustomer } from '../../../../functions/customers/register-customer.ts';
import { endpoint as getHealth } from '../../../../functions/health/get-health.ts';
import { endpoint as receivePaymentWebhook } from '../../../../functions/payments/receive-payment-webhook.ts';
import { endpoint as verifyPolicy } from '../../../../functions/policies/verify-policy.ts';
import { endpoint as createQuote } from '../../../../functions/quoting/create-quote.ts';
import { aPerson } from '../../../support/people.ts';
import { aQuoteItem, someOfferKeys } from '../../../support/sale.ts';
import { type Asked, aWorld } from '../../../support/world.ts';

const endpoints = [createQuote, registerCustomer, getHealth, receivePaymentWebhook, verifyPolicy];
const limitedWorld = () => aWorld(endpoints, { services: { offerKeys: someOfferKeys() }, limitTimes: 1 });
type World = Awaited<ReturnType<typeof aWorld>>;

/** Asks as often as its burst allows, with a body that costs nothing, and then once more. */
const usedUp = async (world: World, endpoint: (typeof endpoints)[number], asked: Asked = {}) => {
  const { burst } = limitOf(endpoint.contract);
  const before = [];
  for (let count = 0; count < burst; count += 1) before.push(await world.call(endpoint.contract.id, asked));
  return { before, next: await world.call(endpoint.contract.id, asked) };
};

describe('limit', () => {
  it('answers 429 to one who has used up the limit, with what it is and when to come again', async () => {
    const world = await limitedWorld();
    const { before, next } = await usedUp(world, createQuote, { body: {} });
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([422]));
    expect(next.status).toBe(429);
    expect(next.body).toMatchObject({
      code: 'rate-limited',
      retryable: true,
      facts: { limit: 'credential', requests: 100, windowSeconds: 1 },
    });
    expect(next.headers).toMatchObject({
      'retry-after': '1',
      'ratelimit-policy': '"credential";q=100;w=1, "tenant";q=300;w=1',
      ratelimit: '"credential";r=0;t=1, "tenant";r=200;t=1',
      'access-control-expose-headers': expect.stringContaining('RateLimit, RateLimit-Policy'),
    });
  });

  it('says on every answer what is left, on those that refuse for another reason too', async () => {
    const world = await limitedWorld();
    const good = await world.call('createQuote', { body: { items: [aQuoteItem('return-freight')] } });
    const bad = await world.call('createQuote', { body: 'no JSON' });
    expect([good.status, good.headers['ratelimit']]).toEqual([200, '"credential";r=99;t=1, "tenant";r=299;t=1']);
    expect([bad.status, bad.headers['ratelimit']]).toEqual([400, '"credential";r=98;t=1, "tenant";r=298;t=1']);
    expect(good.headers).not.toHaveProperty('retry-after');
  });

  it('lets another tenant, another credential and another operation pass', async () => {
    const world = await limitedWorld();
    await usedUp(world, createQuote, { body: {} });
    expect((await world.call('createQuote', { body: {}, tenant: 'shop-b' })).status).toBe(422);
    expect((await world.call('createQuote', { body: {}, as: { id: 'client-2' } })).status).toBe(422);
    expect((await world.call('registerCustomer', { body: aPerson() })).status).toBe(201);
  });

  it('gives a tenant with a hundred credentials no more than three of them have', async () => {
    const world = await limitedWorld();
    const statuses = new Map<number, number>();
    for (let count = 0; count < 400; count += 1) {
      const { status } = await world.call('createQuote', { body: {}, as: { id: `client-${count % 100}` } });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [422, 300],
      [429, 100],
    ]);
    expect((await world.call('createQuote', { body: {}, tenant: 'shop-b' })).status).toBe(422);
  });

  it('writes nothing, and burns no key: the same request passes once there is room again', async () => {
    const world = await limitedWorld();
    await usedUp(world, registerCustomer, { body: {} });
    const items = world.engine.items().length;
    const asked = { body: aPerson(), key: 'order-4711-customer' };
    expect((await world.call('registerCustomer', asked)).status).toBe(429);
    expect(world.log.at(-1)).toMatchObject({ readUnits: 0, writeUnits: 0 });
    expect(world.engine.items()).toHaveLength(items);
    world.time.now = '2026-11-23T08:00:01.000Z';
    const next = await world.call('registerCustomer', asked);
    expect(next.status).toBe(201);
    expect(next.headers).not.toHaveProperty('idempotent-replayed');
  });

  it('counts a repetition like any other request, for it costs a read', async () => {
    const world = await limitedWorld();
    const { before, next } = await usedUp(world, registerCustomer, { body: aPerson(), key: 'order-4711-customer' });
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([201]));
    expect(next.status).toBe(429);
  });

  it('tells operators who is limited, and by which limit, without a dimension of its own', async () => {
    const world = await limitedWorld();
    await usedUp(world, createQuote, { body: {} });
    const line = world.log.at(-1);
    expect(line).toMatchObject({
      outcome: 'rate-limited',
      limitedBy: 'credential',
      tenant: 'shop-a',
      actor: 'client-1',
    });
    expect(JSON.stringify(line)).toContain('"Dimensions":[["operation","outcome"]]');
  });

  it('counts by address where nobody has to say who he is', async () => {
    const world = await limitedWorld();
    const { next } = await usedUp(world, getHealth, { from: '203.0.113.7' });
    expect([next.status, next.body]).toMatchObject([429, { facts: { limit: 'address' } }]);
    expect((await world.call('getHealth', { from: '203.0.113.8' })).status).toBe(200);
  });

  it('refuses an address before it looks up the tenant that a path names', async () => {
    const world = await limitedWorld();
    const asked = { from: '203.0.113.7', params: { tenantId: 'nobody-here', policyNumber: 'x' } };
    await usedUp(world, verifyPolicy, asked);
    const looked: string[] = [];
    Object.assign(world.platform.tenants, { derivation: async (tenant: string) => void looked.push(tenant) });
    expect((await world.call('verifyPolicy', asked)).status).toBe(429);
    expect(looked).toEqual([]);
  });

  it('lets no forger from one address use up what a tenant’s provider may send', async () => {
    const world = await limitedWorld();
    const asked = { params: { tenantId: 'shop-a' }, body: {} };
    const { next } = await usedUp(world, receivePaymentWebhook, { ...asked, from: '203.0.113.7' });
    expect([next.status, next.body]).toMatchObject([429, { facts: { limit: 'address' } }]);
    const others = await world.call('receivePaymentWebhook', { ...asked, from: '203.0.113.8' });
    expect(others.headers['ratelimit']).toBe('"address";r=999;t=1, "tenant";r=1999;t=1');
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('counts %s as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
