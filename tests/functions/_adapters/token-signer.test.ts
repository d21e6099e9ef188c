import { createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';
import { tokenSigner } from '../../../functions/_adapters/token-signer.ts';

const wall = '2026-11-23T08:00:00.000Z';
const at = Date.parse(wall) / 1000;
const rules = { issuer: 'https://api.bindery.test', audience: 'bindery' };

const aSigner = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const named = { kid: 'token-1', alg: 'ES256' };
  const published = { ...(await exportJWK(publicKey)), ...named };
  const keys = vi.fn(async () => [published]);
  const signer = es256Signer({ ...(await exportJWK(privateKey)), ...named });
  return { keys, made: tokenSigner({ ...rules, docsUrl: 'https://docs.bindery.test', signer, keys }) };
};

describe('tokenSigner', () => {
  it('signs an access token that verifiers take by the published keys', async () => {
    const { made } = await aSigner();
    const token = await made.sign({
      ...{ iss: rules.issuer, aud: rules.audience, sub: 'shop-a.crd_1', iat: at, exp: at + 300 },
      ...{ tenant: 'shop-a', scope: 'quotes:write' },
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', kid: 'token-1', typ: 'at+jwt' });
    const keys = createLocalJWKSet({ keys: [...(await made.keys())] });
    const verified = await jwtTokens({ ...rules, keys }, () => wall).verify(token);
    expect(verified).toMatchObject({ tenant: 'shop-a', actor: { scopes: ['quotes:write'] } });
  });

  it('asks for its public keys once, and again after a failure', async () => {
    const { made, keys } = await aSigner();
    keys.mockRejectedValueOnce(new Error('KMS is away.'));
    await expect(made.keys()).rejects.toThrow('KMS is away.');
    expect(await made.keys()).toEqual(await made.keys());
    expect(keys).toHaveBeenCalledTimes(2);
  });
});
