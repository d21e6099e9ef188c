import { describe, expect, it } from 'vitest';
import { additions } from '../../../tools/compatibility/additions.ts';
import { compare } from '../../../tools/compatibility/compare.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { aShop, fieldsOf, operationIn, type Shop, sentences, set, today } from './shop.ts';

const path = '/sales/{saleId}';
const gone = ['POST /v1/sales/{saleId} is gone.'];
const removed = (shop: Shop) => delete shop.paths[path];
const announce = (sunset: string) => (shop: Shop) =>
  void Object.assign(operationIn(shop), { deprecated: true, 'x-sunset': sunset });

describe('an operation', () => {
  it.each<readonly [string, (shop: Shop) => void, readonly string[]]>([
    ['its path', removed, gone],
    ['its method', (shop) => delete Object(shop.paths[path]).post, gone],
    [
      'its place',
      (shop) => {
        shop.paths['/deals/{saleId}'] = shop.paths[path];
        removed(shop);
      },
      gone,
    ],
    [
      'its name',
      (shop) => set(operationIn(shop), 'operationId', 'alterSale'),
      ['The operation is no longer called `changeSale`.'],
    ],
    [
      'its scope',
      (shop) => set(operationIn(shop), 'security', [{ bearer: ['sales:admin'] }]),
      ['It asks for `sales:admin` now.'],
    ],
    [
      'the one scope that sufficed',
      (shop) => operationIn(shop).security[0].bearer.push('tills'),
      ['It asks for `sales:write tills` now.'],
    ],
    ['its version', (shop) => set(shop.servers, 0, { url: '/v2' }), gone],
    [
      'how callers show who they are',
      (shop) => set(shop.components.securitySchemes, 'bearer', { type: 'apiKey' }),
      ['Callers can no longer show who they are by `bearer`.'],
    ],
  ])('breaks when it loses %s', (_what, change, says) => {
    expect(sentences(change)).toEqual(says);
  });

  it.each<readonly [string, (shop: Shop) => void]>([
    [
      'a new operation joins',
      (shop) => set(Object(shop.paths[path]), 'get', { operationId: 'getSale', responses: {} }),
    ],
    ['a second scope opens it too', (shop) => operationIn(shop).security.push({ bearer: ['sales:admin'] })],
    ['it is open to all', (shop) => set(operationIn(shop), 'security', [])],
    ['it is deprecated', announce('2028-01-31')],
  ])('does not break when %s', (_what, change) => {
    expect(sentences(change)).toEqual([]);
  });

  it('breaks for a role that opened it, and not by one more', () => {
    const open = (shop: Shop) => set(operationIn(shop), 'x-roles', ['teller', 'auditor']);
    const roles = (...names: readonly string[]) => sentences((shop) => set(operationIn(shop), 'x-roles', names), open);
    expect(roles('teller')).toEqual(['The role `auditor` no longer opens it.']);
    expect(roles('teller', 'auditor', 'manager')).toEqual([]);
  });

  it('asks for a token only where it did before', () => {
    const open = (shop: Shop) => set(operationIn(shop), 'security', []);
    const guard = (shop: Shop) => set(operationIn(shop), 'security', [{ bearer: [] }]);
    expect(sentences(guard, open)).toEqual(['It asks for `a token` now.']);
  });

  it('goes on the day that the baseline announced, and not a day before', () => {
    expect(sentences(removed, announce('2026-11-24'))).toEqual(gone);
    expect(sentences(removed, announce('2026-11-23'))).toEqual([]);
  });

  it('does not go by a sunset that only the new document knows', () => {
    const change = (shop: Shop) => delete fieldsOf(shop, 'Sale').note;
    const told = { deprecated: true, 'x-sunset': today };
    expect(sentences(change, (shop) => void Object.assign(fieldsOf(shop, 'Sale').note, told))).toEqual([]);
    expect(
      sentences((shop) => {
        Object.assign(fieldsOf(shop, 'Sale').note, told);
        change(shop);
      }),
    ).toHaveLength(1);
  });

  it.each(['Order', 'Sale'] as const)('loses a field of %s once its sunset has passed, required or not', (name) => {
    const field = name === 'Order' ? 'count' : 'total';
    const change = (shop: Shop) => {
      delete fieldsOf(shop, name)[field];
      const schema = shop.components.schemas[name];
      schema['required'] = (schema['required'] as string[]).filter((one) => one !== field);
    };
    const told = (sunset: string) => (shop: Shop) =>
      void Object.assign(fieldsOf(shop, name)[field], { deprecated: true, 'x-sunset': sunset });
    expect(sentences(change, told(today))).toEqual([]);
    expect(sentences(change, told('2026-11-24'))).toHaveLength(1);
  });

  it('may be other under a new version while the old one stands', () => {
    const shop = aShop();
    shop.servers[0] = { url: '' };
    shop.paths = { '/v1/sales/{saleId}': shop.paths[path], '/v2/sales/{saleId}': { post: { responses: {} } } };
    const [baseline, document] = [aShop(), shop].map((one) => one as unknown as OpenApi) as [OpenApi, OpenApi];
    expect(compare(baseline, document, today)).toEqual([]);
    expect(additions(baseline, document)).toEqual(['POST /v2/sales/{saleId}']);
  });

  it('is compared with itself without a word', () => {
    expect(sentences(() => undefined)).toEqual([]);
  });
});
