import { sha256Hex } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { issueIn } from './issue-in.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.createCredential, async (call) => {
  const { tenant, actor, body, now, ports } = call;
  const credentialId = ports.newId('crd');
  const tenantId = ports.idFrom('ten', 'profile');
  const found = await ports.load({ tenant: tenantId, credential: credentialId });
  const secret = ports.newSecret();
  const wished = { credentialId, name: body.name, scopes: body.scopes ?? [], roles: body.roles ?? [] };
  const decision = issueIn(
    found,
    {
      opening: { tenantId, name: tenant, kind: 'live' },
      wished: { ...wished, secretId: ports.newId('sec'), secretHash: sha256Hex(secret) },
      own: actor.scopes,
    },
    now,
  );
  if (!decision.ok) return decision;
  return ports.commit(decision.value, ({ credential }) => ({ ...viewOf(tenant, credential), secret }));
});
