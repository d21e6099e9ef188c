import { createRemoteJWKSet } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../functions/_adapters/connect/staff-directory.ts';
import { noStaff, staffTokens } from '../../../functions/_adapters/staff-tokens.ts';
import { aServer } from '../../infra/adapters/server.ts';
import { annSubject, appClient, aStaffDirectory, poolIssuer } from '../../support/staff-directory.ts';
import { wrongIdTokens } from '../../support/wrong-id-tokens.ts';

const wall = '2026-11-23T08:00:00.000Z';
const at = Date.parse(wall) / 1000;
const later = (seconds: number): string => new Date((at + seconds) * 1000).toISOString();

describe('staffTokens', () => {
  it('reads from an ID token who a person is, whose, in which groups, and until when', async () => {
    const { directory, idToken } = await aStaffDirectory(() => wall);
    const groups = ['claims_approver', 'everybody'];
    expect(await directory.identify(await idToken({ claims: { 'cognito:groups': groups } }), wall)).toEqual({
      ...{ subject: annSubject, tenant: 'shop-a', groups, until: at + 300 },
    });
    expect(directory.clientId).toBe(appClient);
  });

  it('takes a token that says which factors there were, and one of a pool that does not say it yet', async () => {
    const { directory, idToken } = await aStaffDirectory(() => wall);
    for (const amr of [undefined, ['pwd', 'otp', 'mfa']])
      expect(await directory.identify(await idToken({ claims: { amr } }), wall)).toMatchObject({ subject: annSubject });
  });

  it.each(wrongIdTokens)('knows nobody by a token with %s', async (_what, make) => {
    const directory = await aStaffDirectory(() => wall);
    expect(await directory.directory.identify(await make(directory), wall)).toBeUndefined();
  });

  it('takes a token for a quarter of an hour at most, and allows clocks five seconds', async () => {
    const { directory, idToken } = await aStaffDirectory(() => wall);
    const long = await idToken({ claims: { exp: at + 86_400 } });
    expect(await directory.identify(long, later(905))).toBeDefined();
    expect(await directory.identify(long, later(906))).toBeUndefined();
    const short = await idToken();
    expect(await directory.identify(short, later(304))).toBeDefined();
    expect(await directory.identify(short, later(305))).toBeUndefined();
  });

  it('throws where the keys of the pool cannot be read: that says nothing of the token', async () => {
    const { idToken } = await aStaffDirectory(() => wall);
    let status = 500;
    const server = await aServer(() => ({ status, body: { keys: 'none' } }));
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
    const directory = staffTokens({ issuer: poolIssuer, clientId: appClient, keys });
    const token = await idToken();
    await expect(directory.identify(token, wall)).rejects.toThrow('200 OK');
    status = 200;
    await expect(directory.identify(token, wall)).rejects.toThrow('malformed');
    server.close();
    await expect(directory.identify(token, wall)).rejects.toThrow();
  });
});

describe('connect', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('finds no directory where the deployment has no pool', async () => {
    expect(connect()).toBe(noStaff);
    vi.stubEnv('STAFF_ISSUER', poolIssuer);
    expect(connect()).toBe(noStaff);
    expect(await noStaff.identify('a.b.c', wall)).toBeUndefined();
  });

  it('reads the keys of the pool where they are published, once', async () => {
    const { idToken, published } = await aStaffDirectory(() => wall);
    const server = await aServer(() => ({ status: 200, body: { keys: [published] } }));
    vi.stubEnv('STAFF_ISSUER', server.url);
    vi.stubEnv('STAFF_CLIENT_ID', appClient);
    const directory = connect();
    for (let turn = 0; turn < 2; turn += 1)
      expect(await directory.identify(await idToken({ claims: { iss: server.url } }), wall)).toBeDefined();
    expect(server.asked.map(({ path }) => path)).toEqual(['/.well-known/jwks.json']);
    server.close();
  });
});
