import { revokeCredential } from '../../domain/partners/revoke-credential.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.revokeCredential, async (call) => {
  const { tenant: name, actor, params, now, ports } = call;
  const { credentialId } = params;
  const { tenant, credential } = await ports.load({
    tenant: ports.idFrom('ten', 'profile'),
    credential: credentialId,
  });
  if (credential === undefined) return refuse('credential-not-found', { credentialId });

  const decision = revokeCredential(tenant, credential, { own: actor.scopes, now });
  if (!decision.ok) return decision;
  const { credential: revoked, tenant: events } = decision.value;
  return ports.commit(
    { credential: revoked, ...(events.length > 0 && { tenant: { events, postings: [] } }) },
    ({ credential }) => viewOf(name, credential),
  );
});
