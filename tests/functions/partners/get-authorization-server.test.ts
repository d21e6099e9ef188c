import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('getAuthorizationServer', () => {
  it('leads a client library from the issuer to the token endpoint and the keys (RFC 8414)', async () => {
    const { call } = await aPartnersWorld();
    const answer = await call('getAuthorizationServer', { headers: { authorization: '' } });
    expect(answer.body).toMatchObject({
      issuer: 'https://api.bindery.test',
      token_endpoint: 'https://api.bindery.test/oauth/token',
      jwks_uri: 'https://api.bindery.test/.well-known/jwks.json',
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    });
  });
});
