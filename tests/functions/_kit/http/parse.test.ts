import { describe, expect, it } from 'vitest';
import { lambda } from '../../../../functions/_kit/lambda.ts';
import { endpoint } from '../../../../functions/quoting/create-quote.ts';
import { someOfferKeys } from '../../../support/sale.ts';
import { aWorld } from '../../../support/world.ts';

describe('parse', () => {
  it('refuses bytes that are no UTF-8, instead of changing what was sent', async () => {
    const world = await aWorld([endpoint], { services: { offerKeys: someOfferKeys() } });
    const actor = { kind: 'partner', id: 'client-1', roles: [], scopes: ['quotes:write'] } as const;
    world.tokens.set('a.b.c', { tenant: 'shop-a', actor });
    const answer = await lambda(
      [endpoint],
      world.platform,
    )({
      routeKey: 'POST /v1/quotes',
      rawPath: '/v1/quotes',
      headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' },
      body: Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('base64'),
      isBase64Encoded: true,
    });
    expect(answer.statusCode).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'malformed-json', facts: { reason: 'not-utf8' } });
  });
});
