import { compactVerify, createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { aSigningKey } from '../../support/audited.ts';

describe('es256Signer', () => {
  it('signs canonical JSON that the published key verifies, and names that key', async () => {
    const { privateJwk, jwks } = await aSigningKey('signing-7');
    const jws = await es256Signer(privateJwk).sign({ b: 1, a: '保单' }, 'checkpoint+jwt');
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(jwks));
    expect(new TextDecoder().decode(payload)).toBe('{"a":"保单","b":1}');
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'signing-7', typ: 'checkpoint+jwt' });
  });

  it('says at the first signature that its key cannot be read', async () => {
    const signer = es256Signer({ kty: 'EC', kid: 'signing-7' });
    await expect(signer.sign({}, 'x')).rejects.toThrow();
  });
});
