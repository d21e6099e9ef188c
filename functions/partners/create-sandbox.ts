import { partnerScopes } from '../../domain/partners/scopes.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { raise } from '../_kit/signals.ts';
import { partners } from './contract.ts';
import { issueIn } from './issue-in.ts';
import { paymentsOf } from './payments-of.ts';
import { clientIdOf } from './view.ts';

const scopes = [...partnerScopes];

export const endpoint = implement(partners.endpoints.createSandbox, async ({ tenant, body, now, ports }) => {
  const credentialId = ports.newId('crd');
  const tenantId = ports.idFrom('ten', 'profile');
  const found = await ports.load({ tenant: tenantId, credential: credentialId });
  const secret = ports.newSecret();
  const wished = { credentialId, name: body.name, scopes, roles: [], secretId: ports.newId('sec') };
  const decision = issueIn(
    found,
    {
      opening: { tenantId, name: body.name, kind: 'sandbox' },
      wished: { ...wished, secretHash: sha256Hex(secret) },
      own: scopes,
    },
    now,
  );
  // Its id follows from the key: one that stands was made by this very command meanwhile, and the key has its answer.
  if (!decision.ok) return raise({ signal: 'raced' });

  const answer = {
    ...{ tenant, name: body.name, credentialId, clientId: clientIdOf(tenant, credentialId), secret, scopes },
    tokenUrl: `${ports.tokenSigner.issuer}/oauth/token`,
    ...(await paymentsOf(ports.sandboxes, tenant)),
  };
  return ports.commit(decision.value, () => answer);
});
