import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';

const wall = '2026-11-23T08:00:00.000Z';
const at = Date.parse(wall) / 1000;
const claims = { sub: 'client-1', tenant: 'shop-a', scope: 'quotes:write policies:read', roles: ['claims_handler'] };
type Made = { readonly claims?: object; readonly typ?: string; readonly alg?: string; readonly by?: string };

let keys = createLocalJWKSet({ keys: [] });
let sign: (made?: Made) => Promise<string> = async () => '';
beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const rsa = await generateKeyPair('RS256', { extractable: true });
  keys = createLocalJWKSet({ keys: [await exportJWK(pair.publicKey), await exportJWK(rsa.publicKey)] });
  sign = ({ claims: more = {}, typ = 'at+jwt', alg = 'ES256', by = 'https://issuer' } = {}) =>
    new SignJWT({ iss: by, aud: 'bindery', iat: at, exp: at + 300, ...claims, ...more })
      .setProtectedHeader({ alg, typ })
      .sign(alg === 'ES256' ? pair.privateKey : rsa.privateKey);
});
const verify = (token: string, now = wall) =>
  jwtTokens({ issuer: 'https://issuer', audience: 'bindery', keys }, () => now).verify(token);

describe('jwtTokens', () => {
  it('takes tenant, caller, scopes and roles from a token of our issuer', async () => {
    expect(await verify(await sign())).toEqual({
      tenant: 'shop-a',
      actor: {
        kind: 'partner',
        id: 'client-1',
        roles: ['claims_handler'],
        scopes: ['quotes:write', 'policies:read'],
      },
      earnedBy: ['client-1'],
    });
  });

  it('passes no verdict on a token while the keys are out of reach: it may come again', async () => {
    const token = await sign();
    const unreachable = [new TypeError('fetch failed'), Object.assign(new Error('500'), { code: 'ERR_JOSE_GENERIC' })];
    for (const trouble of unreachable) {
      const tokens = jwtTokens(
        { issuer: 'https://issuer', audience: 'bindery', keys: () => Promise.reject(trouble) },
        () => wall,
      );
      await expect(tokens.verify(token)).rejects.toMatchObject({ signal: 'unavailable', cause: trouble });
    }
  });
  it('refuses a token whose key is not in the set', async () => {
    const others = createLocalJWKSet({ keys: [] });
    const tokens = jwtTokens({ issuer: 'https://issuer', audience: 'bindery', keys: others }, () => wall);
    expect(await tokens.verify(await sign())).toBeUndefined();
  });

  it('says which credential and which of its secrets earned the token', async () => {
    const credentialId = 'crd_01jd8x2k7v5m3q9w4t6y8r0z1b';
    const secretId = 'sec_01jd8x2k7v5m3q9w4t6y8r0z1b';
    const token = await sign({ claims: { sub: `shop-a.${credentialId}`, sec: secretId } });
    expect((await verify(token))?.earnedBy).toEqual([credentialId, secretId]);
  });

  it('takes scopes as a list too, and nothing in it that is no text; a caller without any has none', async () => {
    const listed = await verify(
      await sign({ claims: { scope: ['quotes:write', 7], roles: 'claims_handler auditor' } }),
    );
    expect(listed?.actor).toMatchObject({ scopes: ['quotes:write'], roles: ['claims_handler', 'auditor'] });
    const poor = await verify(await sign({ claims: { scope: undefined, roles: 7 } }));
    expect(poor?.actor).toMatchObject({ scopes: [], roles: [] });
  });

  it('knows a person only where the token says exactly so', async () => {
    expect((await verify(await sign({ claims: { person: true } })))?.actor.kind).toBe('person');
    expect((await verify(await sign({ claims: { person: 'true' } })))?.actor.kind).toBe('partner');
  });

  it.each<[string, Made]>([
    ['of another issuer', { by: 'https://elsewhere' }],
    ['for another audience', { claims: { aud: 'elsewhere' } }],
    ['that is no access token', { typ: 'JWT' }],
    ['signed by another method', { alg: 'RS256' }],
    ['without a subject', { claims: { sub: undefined } }],
    ['without an end', { claims: { exp: undefined } }],
    ['without a beginning', { claims: { iat: undefined } }],
    ['without a tenant', { claims: { tenant: undefined } }],
    ['whose tenant is no text', { claims: { tenant: 777 } }],
    ['whose tenant is too short', { claims: { tenant: 'ab' } }],
    ['whose tenant is too long', { claims: { tenant: 'a'.repeat(41) } }],
    ['whose tenant begins with something else', { claims: { tenant: '#shop-a' } }],
    ['whose tenant ends with something else', { claims: { tenant: 'shop-a#POL' } }],
  ])('refuses a token %s', async (_what, made) => {
    expect(await verify(await sign(made))).toBeUndefined();
  });

  it('takes tenants of 3 to 40 characters', async () => {
    for (const tenant of ['abc', 'a'.repeat(40)])
      expect((await verify(await sign({ claims: { tenant } })))?.tenant).toBe(tenant);
  });

  it('takes a token until five seconds after its end, for clocks differ', async () => {
    const token = await sign();
    expect(await verify(token, '2026-11-23T08:05:04.000Z')).toBeDefined();
    expect(await verify(token, '2026-11-23T08:05:05.000Z')).toBeUndefined();
  });

  it('refuses the same bytes in another spelling', async () => {
    // The last character of a signature of 64 bytes carries four bits that decoders ignore: Q and R are the same byte.
    const token = await sign();
    const last = token.at(-1) ?? '';
    const twin = String.fromCharCode(last.charCodeAt(0) + 1);
    const same = (text: string) => Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('hex');
    const respelled = token.slice(0, -1) + twin;
    expect(same(respelled)).toBe(same(token));
    expect(await verify(respelled)).toBeUndefined();
    expect(await verify(`${token}=`)).toBeUndefined();
  });

  /** One verifier whose clock a test moves, and how often it looked for a key. */
  const remembering = () => {
    const seen = { now: wall, looked: 0 };
    const counted = async (...given: Parameters<typeof keys>) => {
      seen.looked += 1;
      return keys(...given);
    };
    const rules = { issuer: 'https://issuer', audience: 'bindery', keys: counted };
    return { seen, tokens: jwtTokens(rules, () => seen.now) };
  };

  it('checks a signature once, and says the same of the same token', async () => {
    const { seen, tokens } = remembering();
    const token = await sign();
    const first = await tokens.verify(token);
    expect([await tokens.verify(token), seen.looked]).toEqual([first, 1]);
    await tokens.verify(await sign({ claims: { sub: 'client-2' } }));
    expect(seen.looked).toBe(2);
  });

  it('does not take a remembered token any longer than its end', async () => {
    const { seen, tokens } = remembering();
    const token = await sign();
    await tokens.verify(token);
    seen.now = '2026-11-23T08:05:04.999Z';
    expect(await tokens.verify(token)).toBeDefined();
    seen.now = '2026-11-23T08:05:05.000Z';
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('remembers nothing of a token that it refused, and no other spelling of one that it took', async () => {
    const { seen, tokens } = remembering();
    const forged = await sign({ by: 'https://elsewhere' });
    for (const _ of [1, 2]) expect(await tokens.verify(forged)).toBeUndefined();
    expect(seen.looked).toBe(2);
    const token = await sign();
    await tokens.verify(token);
    expect(await tokens.verify(`${token}=`)).toBeUndefined();
  });

  it('remembers so many tokens and no more', async () => {
    const { seen, tokens } = remembering();
    const first = await sign();
    await tokens.verify(first);
    for (let count = 0; count < 2_000; count += 1) await tokens.verify(await sign({ claims: { jti: `${count}` } }));
    seen.looked = 0;
    await tokens.verify(first);
    expect(seen.looked).toBe(1);
  });
});
