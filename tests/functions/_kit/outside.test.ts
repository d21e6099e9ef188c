import { describe, expect, it } from 'vitest';
import { guardedServices, outside } from '../../../functions/_kit/outside.ts';
import { raise } from '../../../functions/_kit/signals.ts';
import { endpoint as getCertificate } from '../../../functions/policies/get-certificate.ts';
import { endpoint as createQuote } from '../../../functions/quoting/create-quote.ts';
import { aPolicy, aQuoteItem, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld, servicesFor } from '../../support/world.ts';

const refuses = async (): Promise<never> => {
  throw new Error('The keeper of keys is away.');
};

describe('outside', () => {
  it('gives what was asked for', async () => {
    expect(await outside(async () => 7)).toBe(7);
  });
  it('turns a failure of somebody else into a command that may be sent again, and keeps the cause', async () => {
    await expect(outside(refuses)).rejects.toMatchObject({
      signal: 'unavailable',
      cause: { message: 'The keeper of keys is away.' },
    });
  });
  it('lets pass what ends a command otherwise', async () => {
    await expect(outside(async () => raise({ signal: 'raced' }))).rejects.toMatchObject({ signal: 'raced' });
  });
});

describe('guardedServices', () => {
  it('guards every method of every service, once', async () => {
    const services = servicesFor({ signer: { sign: refuses } });
    const guarded = guardedServices(services);
    await expect(guarded.signer.sign({}, 'any+jwt')).rejects.toMatchObject({ signal: 'unavailable' });
    expect(guardedServices(services)).toBe(guarded);
  });
});

describe('an endpoint whose keys are out of reach', () => {
  it('answers 503 with Retry-After when the offer key cannot be read, and says why in the log alone', async () => {
    const world = await aWorld([createQuote], { services: { offerKeys: { current: refuses, find: refuses } } });
    const answer = await world.call('createQuote', { body: { items: [aQuoteItem('return-freight')] } });
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily-unavailable', retryable: true } });
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.text).not.toContain('keeper');
    expect(world.log).toContainEqual(expect.objectContaining({ bug: 'The keeper of keys is away.' }));
  });
  it('answers 503 when the certificate cannot be signed', async () => {
    const services = { offerKeys: someOfferKeys(), signer: { sign: refuses } };
    const world = await aWorld([...sellingEndpoints, getCertificate], { services });
    const { policyId } = await aPolicy(world, 'return-freight');
    expect(await world.call('getCertificate', { params: { policyId } })).toMatchObject({ status: 503 });
  });
  it('answers 503 when the secret of the tenant cannot be unwrapped, before the command begins', async () => {
    const world = await aWorld([...sellingEndpoints]);
    const platform = { ...world.platform, tenants: { derivation: () => outside(refuses) } };
    Object.assign(world.platform, platform);
    expect(await world.call('registerCustomer', { body: {} })).toMatchObject({ status: 422 });
    const body = { name: 'Li', phone: '+8613900139000', locale: 'en' };
    expect(await world.call('registerCustomer', { body })).toMatchObject({ status: 503 });
  });
});
