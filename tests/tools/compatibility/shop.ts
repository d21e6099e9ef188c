import { compare } from '../../../tools/compatibility/compare.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';

type Json = { [name: string]: unknown };

/** A small API that sells: what it takes under `Order`, what it answers under `Sale`. */
export const aShop = () => ({
  openapi: '3.1.1',
  servers: [{ url: '/v1' }],
  paths: {
    '/sales/{saleId}': {
      post: {
        operationId: 'changeSale',
        security: [{ bearer: ['sales:write'] }],
        parameters: [
          { in: 'path', name: 'saleId', required: true, schema: { type: 'string' } as Json },
          { in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 100 } as Json },
          { in: 'header', name: 'Idempotency-Key', required: true, schema: { type: 'string', minLength: 8 } as Json },
        ] as Json[],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } as Json,
        },
        responses: {
          '201': {
            headers: { 'X-Request-Id': { schema: { type: 'string' } } } as Json,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Sale' } } } as Json,
          },
          '409': {
            content: {
              'application/problem+json': { schema: { type: 'object' }, examples: { 'sold-out': {}, closed: {} } },
            } as Json,
          },
        } as Json,
      } as Json,
    } as Json,
  } as Json,
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } as Json } as Json,
    schemas: {
      Order: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[a-z]+$', minLength: 1, maxLength: 40 },
          count: { type: 'integer', minimum: 1, maximum: 10 },
          size: { type: 'string', enum: ['small', 'large'] },
          gift: { type: 'boolean' },
          lines: { type: 'array', items: { $ref: '#/components/schemas/Line' }, maxItems: 5 },
          extra: {
            type: 'object',
            propertyNames: { maxLength: 9 },
            additionalProperties: { type: ['string', 'number'] },
          },
        } as Json,
        required: ['name', 'count'],
        additionalProperties: false,
      } as Json,
      Line: {
        type: 'object',
        properties: {
          text: { type: 'string' },
          lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
        },
        additionalProperties: false,
      } as Json,
      Sale: {
        type: 'object',
        properties: {
          saleId: { type: 'string', pattern: '^sal_' },
          status: { type: 'string', enum: ['open', 'closed'] },
          total: { type: 'integer', minimum: 0 },
          note: { type: 'string', maxLength: 80 },
          child: { $ref: '#/components/schemas/Sale' },
          paid: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
          outcome: {
            oneOf: [
              {
                type: 'object',
                properties: { kind: { const: 'sold' }, by: { type: 'string' } },
                required: ['kind', 'by'],
              },
              { type: 'object', properties: { kind: { const: 'lost' } }, required: ['kind'] },
            ],
          },
        } as Json,
        required: ['saleId', 'status', 'total'],
        additionalProperties: false,
      } as Json,
    },
  },
});
export type Shop = ReturnType<typeof aShop>;

export const operationIn = (shop: Shop) => Object(shop.paths['/sales/{saleId}']).post;
export const fieldsOf = (shop: Shop, name: 'Order' | 'Sale' | 'Line') =>
  Object(shop.components.schemas[name]['properties']);
export const today = '2026-11-23';

/** What a change of the shop breaks: `where: sentence`, without the operation's name. */
export const breaks = (change: (shop: Shop) => void, before: (shop: Shop) => void = () => undefined, day = today) => {
  const [baseline, document] = [aShop(), aShop()];
  before(baseline);
  before(document);
  change(document);
  return compare(baseline as unknown as OpenApi, document as unknown as OpenApi, day);
};
export const sentences = (...given: Parameters<typeof breaks>): readonly string[] =>
  breaks(...given).map(({ says }) => says.replace(/^POST \/v1\/\S+: /, ''));

/** Plants one change. */
export const set = (target: object, name: string | number, value: unknown): void => {
  Object.assign(target, { [name]: value });
};
