import { addSecret } from '../../domain/partners/add-secret.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.addCredentialSecret, async (call) => {
  const { tenant, actor, params, now, ports } = call;
  const { credentialId } = params;
  const { credential } = await ports.load({ credential: credentialId });
  if (credential === undefined) return refuse('credential-not-found', { credentialId });

  const secret = ports.newSecret();
  const added = { secretId: ports.newId('sec'), secretHash: sha256Hex(secret) };
  const decision = addSecret(credential, added, { own: actor.scopes, now });
  if (!decision.ok) return decision;
  return ports.commit({ credential: decision.value }, ({ credential }) => ({ ...viewOf(tenant, credential), secret }));
});
