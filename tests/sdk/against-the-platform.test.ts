import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, type BinderyProblem, createBindery, type ProblemCode } from '@bindery/sdk';
import { openSandbox, type Sandbox } from '@bindery/sdk/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bindery as Platform } from '../support/bindery.ts';
import { aPlatform } from './platform.ts';

let platform: Platform;
let sandbox: Sandbox;
beforeAll(async () => {
  platform = await aPlatform();
  sandbox = await openSandbox({ baseUrl: platform.url, name: 'SDK' });
});
afterAll(async () => platform.stop());

/** A way to the platform on which some answers get lost: the request arrives, and its answer never does. */
const lossy = async (isLost: (method: string, path: string, count: number) => boolean) => {
  const arrived = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const count = (arrived.get(`${method} ${url}`) ?? 0) + 1;
    arrived.set(`${method} ${url}`, count);
    const { hostname, port } = new URL(platform.url);
    const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
      if (isLost(method, url, count)) return void answer.resume().on('end', () => outgoing.destroy());
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, arrived, [Symbol.asyncDispose]: async () => void server.close() };
};

const orderOf = (orderNumber: string) => ({ orderNumber, category: 'apparel', distance: 'neighbour' });
const offerFor = async (orderNumber: string) => {
  const insuredObject = { ...orderOf(orderNumber), buyerReturnRate: '0.20', sellerRating: '4.7' };
  const item = { itemId: 'line-1', productId: 'return-freight', insuredObject } as const;
  const [line] = (await sandbox.bindery.createQuote({ items: [item] })).items;
  if (line?.outcome !== 'offered') throw new Error('It is not offered.');
  return line.offer;
};
const bindBody = async (orderNumber: string): Promise<Asked<'bindPolicy'>> => {
  const offer = await offerFor(orderNumber);
  const buyer = { name: '王小明', phone: `+86138${orderNumber.slice(-8)}`, locale: 'zh-CN' } as const;
  const { customerId } = await sandbox.bindery.registerCustomer(buyer);
  const acknowledged = offer.disclosures
    .filter(({ required }) => required)
    .map(({ code, contentHash }) => ({ code, contentHash }));
  return {
    ...{ offer: offer.token, customerId, reference: 'checkout-1', identity: { orderNumber }, acknowledged },
    collection: 'partner',
  };
};

describe('a bind whose answer gets lost', () => {
  it('is one policy all the same, and says that its answer was given before', async () => {
    await using way = await lossy((method, path, count) => method === 'POST' && path === '/v1/policies' && count <= 2);
    const { clientId, clientSecret } = sandbox;
    const bindery = createBindery({ baseUrl: way.url, clientId, clientSecret, backoffMs: 10 });
    const body = await bindBody('SO-13800000001');
    const { value: policy, replayed, status } = await bindery.bindPolicy(body).withResponse();
    expect([way.arrived.get('POST /v1/policies'), status, replayed]).toEqual([3, 201, true]);
    const sold = await sandbox.bindery.listPolicies({ reference: 'checkout-1' });
    expect(sold.items.map(({ policyId }) => policyId)).toEqual([policy.policyId]);
  });
});

describe('a cancellation', () => {
  const sold = async (orderNumber: string) => sandbox.bindery.bindPolicy(await bindBody(orderNumber));

  it('is confirmed as it was shown, once', async () => {
    const { policyId } = await sold('SO-13800000002');
    const preview = await sandbox.bindery.previewCancellation({ policyId, reason: 'order-cancelled' });
    // 4.32 yuan: all of it, for nothing is insured before the parcel is sent.
    expect(preview.refund.gross).toEqual({ amount: 432, currency: 'CNY' });
    expect(JSON.stringify(preview)).not.toContain('confirm');
    const first = await preview.confirm().withResponse();
    const again = await preview.confirm().withResponse();
    expect([first.value.policyId, first.replayed, again.replayed]).toEqual([policyId, false, true]);
    expect((await sandbox.bindery.getPolicy({ policyId })).status).toBe('cancelled');
  });
  it('is refused when it would be something else by now, by a code that the type knows', async () => {
    const { policyId } = await sold('SO-13800000003');
    const preview = await sandbox.bindery.previewCancellation({ policyId, reason: 'order-cancelled' });
    const occurredAt = await sandbox.now();
    await sandbox.bindery.recordMilestone({ policyId, milestone: 'shipment_confirmed', occurredAt });
    const result = await preview.confirm().result();
    if (result.ok) throw new Error('It was confirmed.');
    expect(result.problem.code satisfies ProblemCode).toBe('cancellation-closed');
  });
});

describe('a list', () => {
  it('is gone through to its end: 120 credentials, made faster than they may be', async () => {
    const { bindery } = await openSandbox({ baseUrl: platform.url, name: 'Many' });
    // Limits let 120 through at once at most, and the rest once there is room: each waits as it is told to.
    const scopes = ['products:read'] as const;
    const made = await Promise.all(
      Array.from({ length: 119 }, (_, at) => bindery.createCredential({ name: `Till ${at}`, scopes })),
    );
    const ids: string[] = [];
    for await (const { credentialId } of bindery.listCredentials.items({ limit: 50 })) ids.push(credentialId);
    expect(new Set(ids).size).toBe(120);
    expect(ids).toEqual(expect.arrayContaining(made.map(({ credentialId }) => credentialId)));
    const sizes: number[] = [];
    for await (const { items } of bindery.listCredentials.pages({ limit: 50 })) sizes.push(items.length);
    expect(sizes).toEqual([50, 50, 20]);

    // The feed shows what nothing earlier can come before any more, so it is a moment behind.
    const issued = async (): Promise<number> => {
      let count = 0;
      for await (const { type } of bindery.listEvents.items({ types: 'credential.issued', limit: 50 }))
        count += Number(type === 'credential.issued');
      return count;
    };
    await expect.poll(issued, { timeout: 20_000, interval: 250 }).toBe(120);
  });
  it('is asked for no further than it is gone through', async () => {
    await using way = await lossy(() => false);
    const { clientId, clientSecret } = sandbox;
    const bindery = createBindery({ baseUrl: way.url, clientId, clientSecret });
    for await (const _event of bindery.listEvents.items({ limit: 1 })) break;
    expect([...way.arrived.keys()].filter((path) => path.startsWith('GET'))).toEqual(['GET /v1/events?limit=1']);
  });
});

it('refuses what is wrong with every field that is at fault', async () => {
  const refused = (await sandbox.bindery
    .registerCustomer({ name: '', phone: '12', locale: 'zh-CN' })
    .catch((thrown: unknown) => thrown)) as BinderyProblem;
  const { problem } = refused;
  if (problem.code !== 'invalid-request') throw refused;
  expect(problem.errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/name', '/phone']);
  expect(refused.requestId).toMatch(/^req_/);
});
