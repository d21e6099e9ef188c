import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import { limitOf } from '../../functions/_kit/limits.ts';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { hashOf } from '../../functions/_kit/record.ts';
import { recordItem } from '../../functions/_storage/codec.ts';
import { health } from '../../functions/health/contract.ts';
import { bundle, bytesMax } from '../../infra/bundle.ts';
import { bundlesOf } from '../../infra/bundles.ts';
import { entrySource } from '../../infra/entry-source.ts';
import { groupsOf } from '../../infra/groups.ts';
import { aRecord, letters } from './fixture.ts';
import { importsHttp } from './imports-http.ts';

const groups = groupsOf(await loadCapabilities());
const bundles = await bundlesOf(groups);

const environment = {
  DOCS_URL: 'https://docs.bindery.test',
  TOKEN_ISSUER: 'https://api.bindery.test',
  TOKEN_AUDIENCE: 'https://api.bindery.test',
  TOKEN_JWKS_URL: 'https://api.bindery.test/.well-known/jwks.json',
  MASTER_KEY_ARN: 'arn:master',
  SIGNING_KEY_ARN: 'arn:signing',
  TOKEN_KEY_ARN: 'arn:token',
  ARCHIVE_BUCKET: 'archive',
  INBOX_BUCKET: 'inbox',
  EVENT_BUS_NAME: 'bus',
  MAIL_FROM: 'insurance@bindery.test',
  OFFER_KEYS_SECRET_ARN: 'arn:offer-keys',
  PROVIDER_SECRET_ARN: 'arn:provider',
  PROVIDER_WEBHOOKS_SECRET_ARN: 'arn:provider-webhooks',
  TRACKING_SECRET_ARN: 'arn:tracking',
  FLIGHTS_SECRET_ARN: 'arn:flights',
  PLATFORM_ACCOUNT: '123456789012',
  AWS_REGION: 'eu-central-1',
};

afterEach(() => vi.unstubAllEnvs());

const handlerOf = async (name: string): Promise<(event: unknown) => Promise<Record<string, unknown>>> => {
  for (const [variable, value] of Object.entries(environment)) vi.stubEnv(variable, value);
  const path = join(bundles.get(name)?.folder ?? '', 'index.mjs');
  return (await import(pathToFileURL(path).href)).handler;
};

describe('a bundle', () => {
  it.each(groups.map((group) => [group.name, group] as const))('of %s weighs no more than it may', (name, group) => {
    const most = group.kind === 'http' && group.ownFunction ? bytesMax.own : bytesMax.shared;
    expect(bundles.get(name)?.bytes).toBeGreaterThan(40_000);
    expect(bundles.get(name)?.bytes).toBeLessThanOrEqual(most);
  });

  it.each(groups.map(({ name }) => name))('of %s starts, and has a handler', async (name) => {
    expect(await handlerOf(name)).toBeTypeOf('function');
  });

  it('of no function imports HTTP as a module, which would load all of fetch', () => {
    const importing = [...bundles].filter(([, { folder }]) =>
      readdirSync(folder).some((file) => importsHttp.test(readFileSync(join(folder, file), 'utf8'))),
    );
    expect(bundles.size).toBeGreaterThan(30);
    expect(importing.map(([name]) => name)).toEqual([]);
  });

  it('answers a route that it does not know, and a request without a token, as problems', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const handler = await handlerOf('create-quote');
    const request = { rawPath: '/v1/quotes', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect(await handler({ ...request, routeKey: 'GET /v1/nothing' })).toMatchObject({ statusCode: 404 });
    expect(await handler({ ...request, routeKey: 'POST /v1/quotes' })).toMatchObject({ statusCode: 401 });
    vi.restoreAllMocks();
  });

  it('counts callers by the address that the edge wrote down, for every request comes from the edge', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const handler = await handlerOf('health-anyone');
    const from = (address: string) =>
      handler({
        routeKey: 'GET /v1/health',
        rawPath: '/v1/health',
        headers: { 'x-viewer-address': address },
        requestContext: { http: { sourceIp: '130.176.0.1' } },
      });
    const { burst } = limitOf(health.endpoints.getHealth);
    const answers = await Promise.all(Array.from({ length: burst + 1 }, () => from('198.51.100.7')));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(burst);
    expect(answers.at(-1)?.['statusCode']).toBe(429);
    expect((await from('203.0.113.9'))['statusCode']).toBe(200);
    vi.restoreAllMocks();
  });

  it('says what is wrong with a request to the letter, by schemas that it fetches then', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const handler = await handlerOf('partners-anyone');
    const answer = await handler({
      routeKey: 'POST /v1/sandboxes',
      rawPath: '/v1/sandboxes',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'order-0042',
        'x-viewer-address': '198.51.100.7',
      },
      body: JSON.stringify({ name: 'x'.repeat(1_000), more: 1 }),
    });
    expect(answer['statusCode']).toBe(422);
    expect(JSON.parse(String(answer['body'])).errors).toMatchObject([
      {
        pointer: '/headers/idempotency-key',
        code: 'wrong-format',
        detail: expect.stringContaining('UUID (version 4)'),
      },
      { pointer: '/name', code: 'out-of-range' },
      { pointer: '/more', code: 'unknown-field' },
    ]);
    vi.restoreAllMocks();
  });

  it('of the outbox splits a record of the stream into its events, and leaves other items out', async () => {
    const handler = await handlerOf('split-records');
    const { h, z } = recordItem(aRecord, hashOf(aRecord));
    const base64 = (bytes: unknown) => ({ B: Buffer.from(bytes as Uint8Array).toString('base64') });
    const pk = { S: 'T#shop-a#CUS#cus_1' };
    const record = { pk, sk: { S: 'OP#0000000007' }, h: base64(h), z: base64(z) };
    const images = [record, { pk, sk: { S: 'STATE' } }];
    expect(await handler(images.map((NewImage) => ({ dynamodb: { NewImage } })))).toEqual(cloudEventsOf(aRecord));
  });

  it('that grew too heavy is refused, and the sentence names what weighs most', async () => {
    const [quote] = groups.filter(({ name }) => name === 'create-quote');
    const source = quote === undefined ? '' : entrySource(quote);
    await expect(bundle({ name: 'create-quote', source, bytesMax: 1_000, light: true })).rejects.toThrow(
      /The function create-quote weighs \d+ bytes; the most is 1000\. Heaviest: (jose|domain\/\w+|functions\/_kit) \d+/,
    );
  });
});

describe('entrySource', () => {
  const sourceOf = (name: string): string => {
    const group = groupsOf([letters]).find((one) => one.name === name);
    if (group === undefined) throw new Error(`${name} is not a group.`);
    return entrySource(group);
  };
  it('composes a function that touches no table without the SDK', () => {
    expect(sourceOf('price-letter')).toContain('/cloud-light.ts');
    expect(sourceOf('letters-partner')).toContain('/cloud.ts');
  });
  it('connects the services that its contracts use, and no others', () => {
    expect(sourceOf('empty-box').match(/connect\/[\w-]+/g)).toEqual(['connect/bus', 'connect/signer']);
    expect(sourceOf('letters-partner')).not.toContain('connect/');
  });
  it('puts the handler around entries that suits their kind', () => {
    expect(sourceOf('letters-partner')).toContain('lambda([entryIn(writeLetter), entryIn(listLetters)], platform)');
    expect(sourceOf('carry-letter')).toContain('queueLambda(entryIn(carryLetter), platform)');
    expect(sourceOf('empty-box')).toContain('scheduleLambda(entryIn(emptyBox), platform)');
  });
});
