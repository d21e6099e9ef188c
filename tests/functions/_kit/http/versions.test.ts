import { describe, expect, it } from 'vitest';
import { endpoint as getCustomer } from '../../../../functions/customers/get-customer.ts';
import { endpoint as getPolicy } from '../../../../functions/policies/get-policy.ts';
import { endpoint as recordMilestone } from '../../../../functions/policies/record-milestone.ts';
import { cancellingEndpoints } from '../../../support/cancellation.ts';
import { aCustomer, aPolicy, sellingEndpoints, someOfferKeys } from '../../../support/sale.ts';
import { aWorld } from '../../../support/world.ts';

const shipped = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T16:00:00+08:00' };
const received = { milestone: 'receipt_signed', occurredAt: '2026-11-23T17:30:00+08:00' };

const aShop = async () => {
  const endpoints = [...sellingEndpoints, ...cancellingEndpoints, getPolicy, getCustomer, recordMilestone];
  const world = await aWorld(endpoints, {
    services: { offerKeys: someOfferKeys() },
    startAt: '2026-11-23T09:30:00.000Z',
  });
  const { policyId } = await aPolicy(world, 'return-freight');
  const report = (body: object, ifMatch?: string, key?: string) =>
    world.call('recordMilestone', {
      params: { policyId },
      body,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
      ...(key !== undefined && { key }),
    });
  return { world, policyId, params: { policyId }, report };
};

describe('the version of an object', () => {
  it('stands on every answer that shows the object, and moves with every change', async () => {
    const { world, params, report } = await aShop();
    const before = await world.call('getPolicy', { params });
    const changed = await report(shipped);
    const after = await world.call('getPolicy', { params });
    expect([before.headers['etag'], changed.headers['etag'], after.headers['etag']]).toEqual(['"1"', '"2"', '"2"']);
  });

  it('does not stand on an answer that shows the object otherwise than it is', async () => {
    const { world, params } = await aShop();
    const asOf = await world.call('getPolicy', { params, query: { asOf: '2026-11-23T10:00:00Z' } });
    expect([asOf.status, asOf.headers['etag']]).toEqual([200, undefined]);
  });

  it('lets a change through that was meant for it, and refuses one that was meant for another', async () => {
    const { report } = await aShop();
    expect((await report(shipped, '"1"')).status).toBe(200);
    const late = await report(received, '"1"');
    expect([late.status, late.body]).toMatchObject([412, { code: 'version-differs', facts: { etag: '"2"' } }]);
    expect(await report(received, '"7", "2"')).toMatchObject({ status: 200, headers: { etag: '"3"' } });
  });

  it('burns no key with its refusal: the same key goes through with the present version', async () => {
    const { report } = await aShop();
    expect((await report(shipped, '"9"', 'a-key-of-mine')).status).toBe(412);
    expect((await report(shipped, '"1"', 'a-key-of-mine')).status).toBe(200);
  });

  it('is not asked of a retry: the answer stands, with the version that it was given', async () => {
    const { report } = await aShop();
    const first = await report(shipped, '"1"', 'a-key-of-mine');
    await report(received);
    const again = await report(shipped, '"1"', 'a-key-of-mine');
    expect([again.text, again.headers['etag'], again.headers['idempotent-replayed']]).toEqual([
      first.text,
      '"2"',
      'true',
    ]);
  });

  it('answers 304 and no body to who holds it already', async () => {
    const { world, params } = await aShop();
    const endpoint = async (tag: string) => world.raw('getPolicy', { params, headers: { 'if-none-match': tag } });
    expect(await endpoint('"1"')).toMatchObject({ statusCode: 304, body: '', headers: { etag: '"1"' } });
    expect(await endpoint('"0"')).toMatchObject({ statusCode: 200, headers: { etag: '"1"' } });
  });

  it('is demanded of a preview too, and of no read', async () => {
    const { world, params } = await aShop();
    const preview = (tag: string) =>
      world.call('previewCancellation', { params, body: { reason: 'withdrawal' }, headers: { 'if-match': tag } });
    expect([(await preview('"9"')).status, (await preview('"1"')).status]).toEqual([412, 200]);
    expect((await world.call('getPolicy', { params, headers: { 'if-match': '"1"' } })).status).toBe(422);
  });

  it('is held by nobody where rights decide what is shown', async () => {
    const { world } = await aShop();
    const customerId = await aCustomer(world);
    const asked = { params: { customerId }, headers: { 'if-none-match': '"1"' } };
    expect(await world.raw('getCustomer', asked)).toMatchObject({ statusCode: 200, headers: { etag: '"1"' } });
  });

  it('cannot be demanded of what does not exist yet', async () => {
    const { world } = await aShop();
    const answer = await world.call('registerCustomer', { body: {}, headers: { 'if-match': '*' } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect([answer.status, errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      expect.arrayContaining(['/headers/if-match']),
    ]);
  });

  it('of a foreign policy is told to nobody', async () => {
    const { world, params } = await aShop();
    const asked = { params, body: shipped, tenant: 'shop-b', headers: { 'if-match': '"9"' } };
    const answer = await world.call('recordMilestone', asked);
    expect([answer.status, answer.headers['etag']]).toEqual([404, undefined]);
  });
});
