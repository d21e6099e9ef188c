import { AuthorizationServer, Revocations, TokenKeys } from '../../domain/partners/token/schema.ts';
import type { EndpointContract } from '../_kit/contract.ts';

const quiet = { reads: [], writes: [], emits: [], uses: [], refusals: {} } as const;
const published = { ...quiet, method: 'GET', caller: 'anyone', atRoot: true, success: 200 } as const;

/** What everybody may read who verifies what the platform issued, at the places where standards look for it. */
export const publishedEntries = {
  getTokenKeys: {
    ...published,
    path: '/.well-known/jwks.json',
    summary: 'Get the public keys',
    description: 'They verify access tokens, certificates, proofs and checkpoints.',
    response: TokenKeys,
    uses: ['tokenSigner'],
    ifBroken: 'New functions cannot verify tokens, and nobody can verify certificates.',
    promise: 'partners-can-sell',
  },
  getAuthorizationServer: {
    ...published,
    path: '/.well-known/oauth-authorization-server',
    summary: 'Get what the authorization server is',
    response: AuthorizationServer,
    uses: ['tokenSigner', 'staffDirectory'],
    ifBroken: 'Client libraries cannot find the token endpoint by themselves.',
  },
  getRevocations: {
    ...published,
    path: '/.well-known/revoked-credentials',
    summary: 'Get what was revoked in the last fifteen minutes',
    description: 'Whoever verifies tokens offline reads this every 30 seconds, and ends tokens that name one of them.',
    response: Revocations,
    // Every function of the platform reads it twice a minute.
    limit: { perSecond: 200, burst: 400 },
    lists: ['revoked'],
    ifBroken: 'Within a minute every request with a token is refused, for nobody knows what was revoked.',
    promise: 'partners-can-sell',
  },
} as const satisfies Readonly<Record<string, EndpointContract>>;
