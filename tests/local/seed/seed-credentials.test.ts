import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { endpoint as listCredentials } from '../../../functions/partners/list-credentials.ts';
import { sandboxCredentials } from '../../../local/seed/credentials.ts';
import { sandboxTenant } from '../../../local/seed/sandbox.ts';
import { seedCredentials } from '../../../local/seed/seed-credentials.ts';
import { laidOpen } from '../../support/laid-open.ts';
import { aWorld } from '../../support/world.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-people-'));
});
afterEach(() => rm(folder, { recursive: true }));

type View = { clientId: string; name: string; person: boolean; roles: string[]; scopes: string[] };

const seeded = async (times = 1) => {
  const world = await aWorld([listCredentials], { tenants: [sandboxTenant] });
  const credentials = await sandboxCredentials(folder);
  for (let time = 0; time < times; time += 1) await seedCredentials(world.platform, credentials);
  const { items } = (await world.call('listCredentials', { tenant: sandboxTenant })).body as { items: View[] };
  return { world, credentials, items };
};

describe('seedCredentials', () => {
  it('issues each credential of the file once, however often it starts', async () => {
    const { credentials, items, world } = await seeded(2);
    const ids = Object.values(credentials).map(({ clientId }) => clientId);
    expect(items.map(({ clientId }) => clientId).toSorted()).toEqual(ids.toSorted());
    const records = world.engine.items().filter(({ sk }) => String(sk).startsWith('OP#'));
    // One for each credential, and two of the tenant: that it was opened, by whom it is managed.
    expect(records).toHaveLength(6);
  });
  it('gives the partner every scope of partners, and no role', async () => {
    const { items } = await seeded();
    const partner = items.find(({ name }) => name === 'Sandbox partner');
    expect(partner).toMatchObject({ person: false, roles: [], scopes: [...partnerScopes] });
  });
  it('keeps the roles apart: nobody both assesses and approves', async () => {
    const { items } = await seeded();
    const both = items.filter(({ roles }) => roles.includes('claims_handler') && roles.includes('claims_approver'));
    expect(both).toEqual([]);
  });
  it('lets people read and decide, but not act as the shop', async () => {
    const { items } = await seeded();
    const scopes = items.filter(({ person }) => person).flatMap((one) => one.scopes);
    expect(scopes).toContain('claims:read');
    expect(scopes).not.toContain('policies:write');
    expect(scopes).not.toContain('credentials:write');
  });
  it('leaves no secret in the table', async () => {
    const { credentials, world } = await seeded();
    const table = world.engine.items().map(laidOpen).join();
    for (const { secret } of Object.values(credentials)) expect(table).not.toContain(secret);
  });
});
