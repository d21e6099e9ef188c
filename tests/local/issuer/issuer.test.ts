import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { createIssuer, type Issuer } from '../../../local/issuer/issuer.ts';
import { tokenRequestOf } from '../../../local/issuer/token-request.ts';
import { keyFiles } from '../../../local/seed/key-files.ts';

const wall = '2026-11-23T08:00:00.000Z';
const rules = { issuer: 'http://localhost:8787', audience: 'bindery' };
const client = {
  clientId: 'shop-client',
  secretHash: sha256Hex('the secret'),
  tenant: 'shop-a',
  person: false,
  roles: [],
  scopes: ['quotes:write', 'policies:read'],
};
const handler = { ...client, clientId: 'handler', person: true, roles: ['claims_handler'] };

let folder = '';
let issuer: Issuer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-issuer-'));
  const { token, signing } = await keyFiles(folder, 'shop-a');
  const setup = { ...rules, clients: [client, handler], wall: () => wall, random: randomBytes };
  issuer = createIssuer({ ...setup, key: token, published: [token, signing] });
});
afterAll(() => rm(folder, { recursive: true }));

const asked = { grantType: 'client_credentials', clientId: 'shop-client', secret: 'the secret', scope: undefined };
const tokenOf = async (request = asked): Promise<string> => {
  const answer = await issuer.token(request);
  if ('error' in answer) throw new Error(answer.error);
  return answer.token;
};
const verifierAt = (now: string) => jwtTokens({ ...rules, keys: createLocalJWKSet(issuer.jwks) }, () => now);

describe('createIssuer', () => {
  it('gives a token that the platform takes for five minutes', async () => {
    const token = await tokenOf();
    expect(await verifierAt('2026-11-23T08:04:59.000Z').verify(token)).toEqual({
      tenant: 'shop-a',
      actor: { kind: 'partner', id: 'shop-client', roles: [], scopes: ['quotes:write', 'policies:read'] },
    });
    // Five seconds of tolerance for clocks that differ.
    expect(await verifierAt('2026-11-23T08:05:06.000Z').verify(token)).toBeUndefined();
  });
  it('says in a token who a person is and which roles they hold', async () => {
    const verified = await verifierAt(wall).verify(await tokenOf({ ...asked, clientId: 'handler' }));
    expect(verified?.actor).toMatchObject({ kind: 'person', id: 'handler', roles: ['claims_handler'] });
  });
  it('names the claims of RFC 9068', async () => {
    const token = await tokenOf();
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(token)).toMatchObject({
      iss: rules.issuer,
      aud: 'bindery',
      sub: 'shop-client',
      client_id: 'shop-client',
    });
  });
  it('gives only the scopes that were asked for', async () => {
    expect(await issuer.token({ ...asked, scope: 'policies:read' } as unknown as typeof asked)).toMatchObject({
      scope: 'policies:read',
    });
  });
  it.each([
    ['a wrong secret', { secret: 'another' }, 'invalid_client'],
    ['an unknown client', { clientId: 'nobody' }, 'invalid_client'],
    ['a missing secret', { secret: undefined }, 'invalid_request'],
    ['another grant', { grantType: 'password' }, 'unsupported_grant_type'],
    ['a scope that the client lacks', { scope: 'claims:write' }, 'invalid_scope'],
  ])('refuses %s', async (_what, change, error) => {
    expect(await issuer.token({ ...asked, ...change })).toEqual({ error });
  });
  it('publishes no private key', () => {
    expect(JSON.stringify(issuer.jwks)).not.toContain('"d"');
    expect(issuer.jwks.keys).toHaveLength(2);
  });
});

describe('tokenRequestOf', () => {
  const form = 'grant_type=client_credentials&client_id=in-form&client_secret=s%26cret';
  it('reads a client that proves itself in the form', () => {
    expect(tokenRequestOf(form, undefined)).toMatchObject({ clientId: 'in-form', secret: 's&cret' });
  });
  it('reads a client that proves itself by Basic, whose halves are encoded', () => {
    const header = `Basic ${Buffer.from('shop%3Aone:a%20secret').toString('base64')}`;
    expect(tokenRequestOf('grant_type=client_credentials', header)).toMatchObject({
      clientId: 'shop:one',
      secret: 'a secret',
    });
  });
  it.each(['', 'Basic', 'Basic ???', `Basic ${Buffer.from('no colon').toString('base64')}`, 'Bearer abc'])(
    'finds nobody in the header %j',
    (header) => {
      expect(tokenRequestOf('grant_type=client_credentials', header)).toMatchObject({ clientId: undefined });
    },
  );
});
