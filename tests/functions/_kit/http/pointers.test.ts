import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { EndpointContract, Named } from '../../../../functions/_kit/contract.ts';
import { endpoint as getPolicy } from '../../../../functions/policies/get-policy.ts';
import { aQuoteItem, sellingEndpoints, someOfferKeys } from '../../../support/sale.ts';
import { aWorld } from '../../../support/world.ts';

type Fault = { readonly pointer: string; readonly code: string; readonly detail: string };
const contract: Named<EndpointContract> = {
  ...getPolicy.contract,
  id: 'checkThings',
  capability: 'things',
  method: 'POST',
  path: '/things/{thingId}',
  params: z.strictObject({ thingId: z.string().max(4) }),
  query: z.strictObject({ limit: z.coerce.number().max(9).optional() }),
  body: z.strictObject({
    lines: z.array(z.strictObject({ count: z.int() })).optional(),
    'a/b': z.int().optional(),
    'm~n': z.strictObject({ '~1': z.int() }).optional(),
    names: z.record(z.string(), z.int()).optional(),
  }),
};

const faultsOf = async (asked: object): Promise<readonly Fault[]> => {
  const world = await aWorld([{ ...getPolicy, contract }]);
  const answer = await world.call('checkThings', { params: { thingId: 'one' }, body: {}, ...asked });
  expect([answer.status, Object(answer.body).code]).toEqual([422, 'invalid-request']);
  return Object(answer.body).errors;
};
const pointersOf = async (asked: object) => (await faultsOf(asked)).map(({ pointer }) => pointer);

describe('the pointer of a fault', () => {
  it.each<readonly [string, object, readonly string[]]>([
    ['an element of an array', { body: { lines: [{ count: 1 }, { count: 'x' }] } }, ['/lines/1/count']],
    ['a field that is missing', { body: { lines: [{}] } }, ['/lines/0/count']],
    ['a slash in a name', { body: { 'a/b': 'x' } }, ['/a~1b']],
    ['a tilde in a name', { body: { 'm~n': { '~1': 'x' } } }, ['/m~0n/~01']],
    ['a name of a map', { body: { names: { 'x/~': 'y' } } }, ['/names/x~1~0']],
    ['unknown fields, each on its own', { body: { 'u/v': 1, lines: [{ count: 1, w: 2 }] } }, ['/lines/0/w', '/u~1v']],
    ['the body as a whole', { body: [] }, ['']],
    ['the path', { params: { thingId: 'too long' } }, ['/path/thingId']],
    ['the query', { query: { limit: '10' } }, ['/query/limit']],
    ['an unknown parameter', { query: { 'a/b': '1' } }, ['/query/a~1b']],
  ])('leads to %s', async (_what, asked, pointers) => {
    expect((await pointersOf(asked)).toSorted()).toEqual(pointers);
  });

  it('leads to a parameter where none is asked, for it would not be understood', async () => {
    const world = await aWorld([{ ...getPolicy, contract: { ...contract, query: undefined } as never }]);
    const asked = { params: { thingId: 'one' }, body: {}, query: { dryRun: 'true' } };
    const { status, body } = await world.call('checkThings', asked);
    expect([status, Object(body).errors]).toMatchObject([422, [{ pointer: '/query/dryRun', code: 'unknown-field' }]]);
  });

  it('comes with a stable code and a sentence, for every fault at once', async () => {
    const faults = await faultsOf({ params: { thingId: 'too long' }, query: { limit: '10' }, body: { x: 1 } });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/path/thingId', '/query/limit', '/x']);
    for (const { code, detail } of faults) expect([/^[a-z-]+$/.test(code), detail.length > 10]).toEqual([true, true]);
  });

  it('leads into the answers of a product’s form as into any other field', async () => {
    const world = await aWorld(sellingEndpoints, { services: { offerKeys: someOfferKeys() } });
    const items = [
      aQuoteItem('return-freight'),
      { ...aQuoteItem('device-protection', { deviceValue: 'x', 'a/b~': 1 }), itemId: 'line-2' },
    ];
    const { body } = await world.call('createQuote', { body: { items } });
    const pointers = (Object(body).errors as readonly Fault[]).map(({ pointer }) => pointer).toSorted();
    expect(pointers).toEqual(['/items/1/insuredObject/a~1b~0', '/items/1/insuredObject/deviceValue']);
  });
});
