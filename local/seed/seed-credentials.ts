import { issueCredential } from '../../domain/partners/issue-credential.ts';
import { openTenant } from '../../domain/partners/open-tenant.ts';
import { partnerScopes } from '../../domain/partners/scopes.ts';
import type { Footprint } from '../../functions/_kit/contract.ts';
import { sha256Hex } from '../../functions/_kit/crypto.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { runOwnWork } from '../../functions/_kit/system.ts';
import { type Credentials, type Login, type Person, people, personNames } from './credentials.ts';
import { sandboxTenant } from './sandbox.ts';

const seeding = {
  id: 'seedCredentials',
  reads: ['tenant', 'credential'],
  writes: ['tenant', 'credential'],
  emits: ['tenant.opened', 'tenant.manager-added', 'credential.issued'],
  uses: [],
  ifBroken: 'The credentials that the terminal shows are not known.',
} as const satisfies Footprint & { readonly id: string };

type Seed = { readonly platform: Platform; readonly tenant: string; readonly person: Person };

const seedOne = ({ platform, tenant, person }: Seed, { clientId, secret }: Login): Promise<unknown> => {
  const credentialId = clientId.slice(tenant.length + 1);
  const cause = { tenant, id: `seed ${credentialId}`, requestId: `seed-${person}` };
  return runOwnWork(seeding, cause, { platform, meter: { read: 0, write: 0 } }, async (ports, now) => {
    const tenantId = ports.idFrom('ten', 'profile');
    const { tenant: profile, credential } = await ports.load({ tenant: tenantId, credential: credentialId });
    if (credential !== undefined) return;
    const roles = [...people[person]];
    const scopes = roles.length > 0 ? [] : [...partnerScopes];
    const hashed = { secretId: ports.idFrom('sec', credentialId), secretHash: sha256Hex(secret) };
    const wished = { credentialId, name: `Sandbox ${person}`, scopes, roles, ...hashed };
    const issued = issueCredential(credential, wished, { kind: 'sandbox', own: partnerScopes, now });
    if (!issued.ok) throw new Error(`The sandbox's ${person} cannot be seeded: ${issued.code}.`);
    const opening = { tenantId, name: 'Sandbox', kind: 'sandbox' } as const;
    const events = openTenant(profile, opening, { credentialId, scopes }, { now });
    const opened = events.length > 0 ? { tenant: { events, postings: [] } } : {};
    await ports.commit({ credential: issued.value, ...opened }, () => undefined);
  });
};

/** Issues the credentials of the sandbox's people as the API would, where the table does not have them yet. */
export const seedCredentials = async (platform: Platform, credentials: Credentials): Promise<void> => {
  for (const person of personNames) await seedOne({ platform, tenant: sandboxTenant, person }, credentials[person]);
};

/** The one credential of a further tenant. */
export const seedPartner = async (platform: Platform, tenant: string, login: Login): Promise<void> => {
  await seedOne({ platform, tenant, person: 'partner' }, login);
};
