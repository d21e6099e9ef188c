import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';
import { revocableTokens } from '../../../functions/_adapters/revocable-tokens.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { endpoint as listUnmatchedMoney } from '../../../functions/payments/list-unmatched-money.ts';
import { endpoint as listPolicies } from '../../../functions/policies/list-policies.ts';
import { aPerson } from '../../support/people.ts';
import { type Asked, aWorld } from '../../support/world.ts';
import { attacksWith, carriages } from './tokens/attacks.ts';
import { at, forgers, issuer, now, published, token } from './tokens/forge.ts';

/** A server that counts who asks, and has our keys to give or the forger's. */
const aServer = async (answer: object) => {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(`${url}`);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, close: () => new Promise((closed) => server.close(closed)) };
};

const keys = await aServer({ keys: [published] });
const trap = await aServer({ keys: [] });
afterAll(() => Promise.all([keys.close(), trap.close()]));

const revoked: string[] = [];
const time = { ms: Date.parse(now) };
const verified = jwtTokens(
  { issuer, audience: 'bindery', keys: createRemoteJWKSet(new URL(`${keys.url}/jwks.json`)) },
  () => new Date(time.ms).toISOString(),
);
/** The verifier of the cloud, with its keys over HTTP and its list of what was revoked. */
const tokens = revocableTokens(
  verified,
  async () => revoked,
  () => time.ms,
);

const world = await aWorld([registerCustomer, listPolicies, listUnmatchedMoney], {
  around: (platform) => ({ ...platform, tokens }),
});
const written: unknown[] = [];
world.engine.onCommit((changes) => void written.push(...changes));

const scopes = 'customers:write policies:read payments:read';
const good = token();
const person = aPerson({});
const bearing = (authorization: string | undefined, more: Asked = {}) => {
  const headers = { authorization, 'x-request-id': 'request-1' } as Record<string, string>;
  return [
    world.call('registerCustomer', { body: person, ...more, headers }),
    world.call('listPolicies', { ...more, headers }),
  ];
};

/** The one answer to whoever is not known, but for the limits that are left. */
const expected = {
  type: 'https://bindery.test/docs/problems/unauthenticated',
  title: 'A valid access token is needed',
  status: 401,
  detail:
    'The Authorization header holds no token that this platform issued and that is still valid. Get a token at /oauth/token and send it as `Authorization: Bearer …`.',
  instance: 'urn:request:request-1',
  code: 'unauthenticated',
  requestId: 'request-1',
  retryable: false,
};

const isRefused = async (authorization: string | undefined, more: Asked = {}): Promise<void> => {
  world.log.length = 0;
  for (const answer of await Promise.all(bearing(authorization, more))) {
    expect([answer.status, answer.body]).toEqual([401, expected]);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  }
  expect(written).toEqual([]);
  expect(trap.asked).toEqual([]);
  const log = JSON.stringify(world.log);
  // The longest part is the token's own: what is short, like `alg`, may stand in a log.
  const parts = (authorization ?? '').split(/[ .,]/).filter((part) => part.length > 16);
  for (const part of parts) expect(log).not.toContain(part);
  expect(world.log.map(({ outcome }) => outcome)).toEqual(['unauthenticated', 'unauthenticated']);
};

const attacks = attacksWith(trap.url);

describe('a token that is none', () => {
  it.each(attacks)('%s', async (_name, forged) => {
    await isRefused(`Bearer ${forged}`);
  });

  it('has many names, each once', () => {
    expect(new Set(attacks.map(([name]) => name)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThan(150);
    // The keys are read once, and after a key id that is not there no more than once in half a minute.
    expect(keys.asked.length).toBeLessThanOrEqual(2);
  });
});

describe('the attacks', () => {
  /** What a verifier lets in that does not look where it should. */
  const letIn = async (key: JWTVerifyGetKey | Uint8Array): Promise<readonly string[]> => {
    const get: JWTVerifyGetKey = typeof key === 'function' ? key : async () => key;
    const results = await Promise.all(
      attacks.map(([name, forged]) =>
        jwtVerify(forged, get, { currentDate: new Date(now) }).then(
          () => [name],
          () => [],
        ),
      ),
    );
    return results.flat();
  };

  it('are let in by whoever does not look', async () => {
    const careless = await letIn(createLocalJWKSet({ keys: [published] }));
    for (const name of ['another issuer', 'no end', 'another audience', 'typ "JWT"', 'bits that count for nothing'])
      expect(careless).toContain(name);
    expect(await letIn(Buffer.from(JSON.stringify(published)))).toContain('HS256 with the public key as JWK');
    const mine = { ...forgers.publicKey.export({ format: 'jwk' }), kid: 'mine' };
    expect(await letIn(createLocalJWKSet({ keys: [mine] }))).toContain('jwk');
  });
});

describe('a good token in the wrong place', () => {
  it.each(carriages)('%s', async (_name, authorization) => {
    await isRefused(authorization);
  });

  it('in the query, or in the body', async () => {
    await isRefused('', { query: { access_token: good } });
    await isRefused('', { query: { token: good, authorization: `Bearer ${good}` } });
    await isRefused('', { body: { ...person, access_token: good } });
    await isRefused('', { body: new URLSearchParams({ access_token: good }).toString() });
  });
});

describe('a good token', () => {
  afterEach(() => {
    revoked.length = 0;
    time.ms = Date.parse(now);
  });

  it('is let in, so that the attacks mean something, however Bearer is spelled', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const [registered, listed] = await Promise.all(bearing(`${scheme} ${good}`));
      expect([[201, 409].includes(registered?.status ?? 0), listed?.status]).toEqual([true, 200]);
    }
    expect(written.length).toBeGreaterThan(0);
    written.length = 0;
  });

  it('opens no door of people with a role that a system only claims', async () => {
    const claimed = token({ claims: { scope: scopes, roles: ['finance'] } });
    const headers = { authorization: `Bearer ${claimed}` };
    expect((await world.call('listUnmatchedMoney', { headers })).status).toBe(403);
    const people = token({ claims: { scope: scopes, roles: ['finance'], person: true } });
    expect((await world.call('listUnmatchedMoney', { headers: { authorization: `Bearer ${people}` } })).status).toBe(
      200,
    );
  });

  it('has no scope where they are no texts', async () => {
    for (const scope of [{ 'policies:read': true }, 7, null, [['policies:read']], 'policies:read,customers:write']) {
      const authorization = `Bearer ${token({ claims: { scope } })}`;
      expect((await world.call('listPolicies', { headers: { authorization } })).status).toBe(403);
    }
  });

  it('ends with the credential, or the secret, that earned it', async () => {
    const earned = token({ claims: { scope: scopes, sec: 'sec_01jd8x2k7v5m3q9w4t6y8r0z1b' } });
    for (const id of ['crd_01jd8x2k7v5m3q9w4t6y8r0z1b', 'sec_01jd8x2k7v5m3q9w4t6y8r0z1b']) {
      revoked.splice(0, 1, id);
      // Whoever was let in a moment ago is not when the list is read again, half a minute later.
      time.ms += 31_000;
      await isRefused(`Bearer ${earned}`);
    }
  });

  it('ends by itself, although its signature was seen to be good', async () => {
    expect((await Promise.all(bearing(`Bearer ${good}`)))[1]?.status).toBe(200);
    written.length = 0;
    time.ms = (at + 306) * 1000;
    await isRefused(`Bearer ${good}`);
  });
});
