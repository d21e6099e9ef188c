import { describe, expect, it } from 'vitest';
import { aStaffDirectory } from '../../support/staff-directory.ts';
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

  it('tells of the exchange of ID tokens where people have a directory', async () => {
    const { directory } = await aStaffDirectory(() => '2026-11-23T08:00:00.000Z');
    const { call } = await aPartnersWorld({}, directory);
    expect((await call('getAuthorizationServer', { headers: { authorization: '' } })).body).toMatchObject({
      grant_types_supported: ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    });
  });
});
