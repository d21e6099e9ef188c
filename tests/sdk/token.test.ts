import { createBindery } from '@bindery/sdk';
import { describe, expect, it } from 'vitest';
import { answer, type Play, problem, scripted } from './scripted.ts';

const login = { clientId: 'shop.crd_1', clientSecret: 'bds_secret' };
let granted = 0;
/** Grants token after token; what is asked with one that was taken back is refused. */
const platform =
  (seconds: number, takenBack: ReadonlySet<string> = new Set()): Play =>
  (response, heard) => {
    if (heard.path === '/oauth/token') {
      granted += 1;
      return answer({ access_token: `token-${granted}`, expires_in: seconds, token_type: 'Bearer' })(response, heard);
    }
    const token = heard.headers.authorization?.replace('Bearer ', '') ?? '';
    return takenBack.has(token)
      ? problem('unauthenticated', 401)(response, heard)
      : answer({ now: token })(response, heard);
  };
const pathsOf = (heard: readonly { path: string }[]) => heard.map(({ path }) => path);
const unsigned = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

describe('a token', () => {
  it('is fetched with the credentials, and kept', async () => {
    granted = 0;
    await using server = await scripted(platform(300));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    expect(await bindery.getClock()).toEqual({ now: 'token-1' });
    await bindery.getClock();
    expect(pathsOf(server.heard)).toEqual(['/oauth/token', '/v1/clock', '/v1/clock']);
    expect(server.heard[0]?.body).toBe('grant_type=client_credentials&client_id=shop.crd_1&client_secret=bds_secret');
  });
  it('is fetched once for all who ask at the same time', async () => {
    await using server = await scripted(platform(300));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    await Promise.all(Array.from({ length: 20 }, () => bindery.getClock()));
    expect(pathsOf(server.heard).filter((path) => path === '/oauth/token')).toHaveLength(1);
  });
  it('is replaced thirty seconds before it ends', async () => {
    await using server = await scripted(platform(29));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    await bindery.getClock();
    await bindery.getClock();
    expect(pathsOf(server.heard)).toEqual(['/oauth/token', '/v1/clock', '/oauth/token', '/v1/clock']);
  });
  it('is replaced once when it is refused, and the request keeps its key', async () => {
    granted = 0;
    await using server = await scripted(platform(300, new Set(['token-1'])));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    expect(await bindery.advanceClock({ by: 'P1D' })).toEqual({ now: 'token-2' });
    expect(pathsOf(server.heard)).toEqual(['/oauth/token', '/v1/clock/advance', '/oauth/token', '/v1/clock/advance']);
    expect(server.heard[3]?.headers['idempotency-key']).toBe(server.heard[1]?.headers['idempotency-key']);
  });
  it('that is refused again is the caller’s to see', async () => {
    granted = 0;
    await using server = await scripted(platform(300, new Set(['token-1', 'token-2'])));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    await expect(bindery.getClock()).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    expect(server.heard).toHaveLength(4);
  });
  it('that nobody grants is a problem of the login, also for who asks for a result', async () => {
    await using server = await scripted(problem('invalid-client', 401));
    const bindery = createBindery({ baseUrl: server.url, ...login });
    await expect(bindery.getClock().result()).rejects.toMatchObject({
      ...{ operation: 'issueToken', problem: { code: 'invalid-client' } },
    });
    // What failed once is asked for again.
    await expect(bindery.getClock()).rejects.toMatchObject({ operation: 'issueToken' });
    expect(server.heard).toHaveLength(2);
  });
});

describe('a token of the caller’s own', () => {
  it.each([
    ['is kept while it says that it is good', unsigned({ exp: Date.now() / 1_000 + 300 }), 1],
    ['is asked for again when it ends soon', unsigned({ exp: Date.now() / 1_000 + 20 }), 3],
    ['is asked for each time when it cannot be read', 'opaque', 3],
  ])('%s', async (_what, token, times) => {
    await using server = await scripted(answer({}));
    let asked = 0;
    const bindery = createBindery({
      baseUrl: server.url,
      token: async () => {
        asked += 1;
        return token;
      },
    });
    for (let at = 0; at < 3; at += 1) await bindery.getClock();
    expect(asked).toBe(times);
    expect(server.heard[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });
});
