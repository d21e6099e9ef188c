import { decodeJwt, exportSPKI, importJWK, type JWK } from 'jose';
import { aForger, type aStaffDirectory, unsigned } from './staff-directory.ts';

type Directory = Awaited<ReturnType<typeof aStaffDirectory>>;

/** The public key as bytes, which a careless verifier would take for the secret of an HMAC. */
const asSecret = async (published: JWK): Promise<Uint8Array> =>
  new TextEncoder().encode(await exportSPKI((await importJWK(published, 'RS256')) as CryptoKey));

/** Every way in which an ID token can be wrong, by what is wrong with it. */
export const wrongIdTokens: readonly (readonly [string, (directory: Directory) => Promise<string>])[] = [
  ['no token at all', async () => 'not.a.token'],
  ['no signature (alg none)', async ({ idToken }) => unsigned(decodeJwt(await idToken()))],
  [
    'an HMAC with the public key',
    async ({ idToken, published }) => idToken({ header: { alg: 'HS256' }, by: await asSecret(published) }),
  ],
  ['a key of somebody else', async ({ idToken }) => idToken({ by: await aForger() })],
  ['an unknown key id', async ({ idToken }) => idToken({ header: { kid: 'pool-2' } })],
  [
    'a place of its own for keys (jku)',
    async ({ idToken }) =>
      idToken({ header: { kid: 'mine', jku: 'https://forger.test/jwks.json' }, by: await aForger() }),
  ],
  [
    'a key that it brings along (jwk)',
    async ({ idToken, published }) =>
      idToken({ header: { kid: 'mine', jwk: published as never }, by: await aForger() }),
  ],
  ['another issuer', ({ idToken }) => idToken({ claims: { iss: 'https://elsewhere.test/pool' } })],
  ['another application', ({ idToken }) => idToken({ claims: { aud: 'another-application' } })],
  ['two applications', ({ idToken }) => idToken({ claims: { aud: ['5k3m9q1v7t2x8r4w6y0z1a2b3c', 'another'] } })],
  ['the use of an access token', ({ idToken }) => idToken({ claims: { token_use: 'access' } })],
  ['no use', ({ idToken }) => idToken({ claims: { token_use: undefined } })],
  ['an end that is past', ({ idToken }) => idToken({ claims: { exp: 1_000 } })],
  ['no end', ({ idToken }) => idToken({ claims: { exp: undefined } })],
  ['no beginning', ({ idToken }) => idToken({ claims: { iat: undefined } })],
  [
    'a subject that Cognito does not make',
    ({ idToken }) => idToken({ claims: { sub: 'crd_01jd8x2k7v5m3q9w4t6y8r0z1b' } }),
  ],
  ['one factor only', ({ idToken }) => idToken({ claims: { amr: ['pwd'] } })],
  ['factors that nobody can read', ({ idToken }) => idToken({ claims: { amr: 'mfa' } })],
  ['another house that vouches', ({ idToken }) => idToken({ claims: { identities: [{ providerName: 'Corp' }] } })],
];

/** A person who did log in, and yet may do nothing here. */
export const unplaced: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['no tenant', { 'custom:tenant': undefined }],
  ['a tenant that is no name', { 'custom:tenant': 'Shop A' }],
  ['a tenant that is no text', { 'custom:tenant': ['shop-a'] }],
  ['no groups', { 'cognito:groups': undefined }],
  ['groups that are no list', { 'cognito:groups': 'claims_approver' }],
  ['groups that are no roles here', { 'cognito:groups': ['everybody', 'claims_wizard'] }],
  ['a generation of a sandbox', { 'custom:tenant': 'sbx-rehearsal-g2' }],
];
