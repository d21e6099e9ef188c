import { partnerScopes } from '../../domain/partners/scopes.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { exchangeGrant } from './exchange-request.ts';

export const endpoint = implement(partners.endpoints.getAuthorizationServer, async ({ ports }) => {
  const { issuer, documentation } = ports.tokenSigner;
  const people = ports.staffDirectory.clientId !== undefined;
  return accept({
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    scopes_supported: [...partnerScopes],
    response_types_supported: [],
    grant_types_supported: ['client_credentials', ...(people ? [exchangeGrant] : [])],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', ...(people ? ['none'] : [])],
    service_documentation: documentation,
  });
});
