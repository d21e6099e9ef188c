import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.getCredential, async ({ tenant, params, ports }) => {
  const { credentialId } = params;
  const { credential } = await ports.load({ credential: credentialId });
  return credential === undefined
    ? refuse('credential-not-found', { credentialId })
    : accept(viewOf(tenant, credential));
});
