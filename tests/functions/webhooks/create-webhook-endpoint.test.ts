import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, type EndpointShown, url } from './webhooks-world.ts';

describe('createWebhookEndpoint', () => {
  it('shows the endpoint with a secret of 32 bytes, in the form of Standard Webhooks', async () => {
    const { create } = await aWebhooksWorld();
    const made = await create({ url, types: ['policy.bound'], name: 'Orders' });
    expect(made).toMatchObject({ url, types: ['policy.bound'], name: 'Orders', payload: 'full', status: 'enabled' });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from((made.secret ?? '').slice(6), 'base64')).toHaveLength(32);
    expect(made).not.toHaveProperty('slot');
  });

  it('shows the secret once, and again only to the same key', async () => {
    const { call, create, show, on } = await aWebhooksWorld();
    const { endpointId, secret } = await create({ url }, { key: 'endpoint-1' });
    const again = await call('createWebhookEndpoint', { body: { url }, key: 'endpoint-1' });
    expect(again.body).toMatchObject({ endpointId, secret });
    expect(await show(endpointId)).not.toHaveProperty('secret');
    expect((await on('disableWebhookEndpoint', endpointId)).body).not.toHaveProperty('secret');
  });

  it('keeps the secret nowhere: not in the table, and not in what it logs', async () => {
    const { engine, create, log } = await aWebhooksWorld();
    const { secret = '' } = await create();
    const bytes = Buffer.from(secret.slice(6), 'base64');
    for (const item of engine.items()) {
      const text = JSON.stringify(item, (_name, value) => (value instanceof Uint8Array ? [...value].join() : value));
      expect(text).not.toContain(secret.slice(6));
      expect(text).not.toContain([...bytes].join());
    }
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('gives a bus no secret', async () => {
    const { create } = await aWebhooksWorld();
    const eventBusArn = 'arn:aws:events:eu-central-1:111122223333:event-bus/insurance';
    const made = await create({ eventBusArn });
    expect([made['eventBusArn'], made.secret, made.secrets]).toEqual([eventBusArn, undefined, []]);
  });

  it.each([
    [{ url: 'http://shop.example/' }, 'not-https'],
    [{ url: 'https://169.254.169.254/latest' }, 'address-instead-of-name'],
    [{ url: 'https://metadata.google.internal/' }, 'private-name'],
    [{ eventBusArn: 'arn:aws:events:eu-central-1:123456789012:event-bus/ours' }, 'own-account'],
  ])('refuses %o', async (body, reason) => {
    const { call, engine } = await aWebhooksWorld();
    const answer = await call('createWebhookEndpoint', { body });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'target-refused', facts: { reason } }]);
    expect(engine.items().filter(({ pk }) => String(pk).includes('#WHE#'))).toEqual([]);
  });

  it.each([
    [{}, ''],
    [{ url, eventBusArn: 'arn:aws:events:eu-central-1:111122223333:event-bus/x' }, ''],
    [{ url, types: ['policy.bought'] }, '/types/0'],
    [{ url, types: ['endpoint.failing'] }, '/types/0'],
    [{ eventBusArn: 'arn:aws:sqs:eu-central-1:111122223333:queue' }, '/eventBusArn'],
    [{ url, secret: 'whsec_mine' }, '/secret'],
  ])('names what makes no sense in %o', async (body, pointer) => {
    const { call } = await aWebhooksWorld();
    const answer = await call('createWebhookEndpoint', { body });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer }] }]);
  });

  it('makes eight, refuses the ninth, and takes one again where another was deleted', async () => {
    const { call, create, on } = await aWebhooksWorld();
    const made: EndpointShown[] = [];
    for (let n = 0; n < 8; n += 1)
      made.push(await create({ url: `https://shop.example/${n}`, types: ['policy.bound'] }));
    const ninth = await call('createWebhookEndpoint', { body: { url } });
    expect([ninth.status, ninth.body]).toMatchObject([422, { code: 'too-many-endpoints', facts: { most: 8 } }]);
    expect((await on('deleteWebhookEndpoint', made[3]?.endpointId ?? '')).status).toBe(201);
    expect((await call('createWebhookEndpoint', { body: { url } })).status).toBe(201);
    expect((await call('createWebhookEndpoint', { body: { url } })).status).toBe(422);
  });

  it('gives each of eight that are made at once a place of its own, and the ninth none', async () => {
    const { call } = await aWebhooksWorld();
    const answers: number[] = [];
    const bodies = Array.from({ length: 9 }, (_, n) => ({ url: `https://shop.example/${n}` }));
    // The chain gives up after five lost races and asks for another attempt: the caller makes it.
    for (let waiting = [...bodies.entries()]; waiting.length > 0; ) {
      const told = await Promise.all(
        waiting.map(async ([n, body]) => {
          const { status } = await call('createWebhookEndpoint', { body, key: `endpoint-${n}` });
          return { n, body, status };
        }),
      );
      answers.push(...told.filter(({ status }) => status !== 409).map(({ status }) => status));
      waiting = told.filter(({ status }) => status === 409).map(({ n, body }) => [n, body]);
    }
    expect(answers.toSorted()).toEqual([...Array(8).fill(201), 422]);
  });
});
