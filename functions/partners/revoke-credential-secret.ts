import { revokeSecret } from '../../domain/partners/revoke-secret.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.revokeCredentialSecret, async (call) => {
  const { tenant, actor, params, now, ports } = call;
  const { credentialId, secretId } = params;
  const { credential } = await ports.load({ credential: credentialId });
  if (credential === undefined) return refuse('credential-not-found', { credentialId });

  const decision = revokeSecret(credential, secretId, { own: actor.scopes, now });
  if (!decision.ok) return decision;
  return ports.commit({ credential: decision.value }, ({ credential }) => viewOf(tenant, credential));
});
