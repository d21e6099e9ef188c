import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeyWrapper } from '../../../functions/_adapters/key-file-wrapper.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import { isPlainError } from '../../../local/plain-error.ts';
import { clientsOf, sandboxCredentials } from '../../../local/seed/credentials.ts';
import { takeDataFolder } from '../../../local/seed/data-folder.ts';
import { keyFiles } from '../../../local/seed/key-files.ts';
import { sandboxTenant, seedTenant, wrappedSecrets } from '../../../local/seed/sandbox.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-seed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const sentenceOf = async (work: Promise<unknown>): Promise<string> => {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isPlainError(thrown), String(thrown)).toBe(true);
  return String(thrown);
};

describe('takeDataFolder', () => {
  it('lets one program in at a time', async () => {
    const leave = await takeDataFolder(folder);
    expect(await sentenceOf(takeDataFolder(folder))).toContain('Another Bindery already uses the data folder');
    await leave();
    await (await takeDataFolder(folder))();
  });
  it('says what to do where the folder cannot be', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await sentenceOf(takeDataFolder(join(folder, 'file', 'inside')))).toContain('BINDERY_DATA');
  });
});

describe('keyFiles', () => {
  it('makes keys once, for this user alone, and finds the same ones again', async () => {
    const made = await keyFiles(folder, sandboxTenant);
    expect(await keyFiles(folder, sandboxTenant)).toEqual(made);
    for (const name of ['master', 'signing', 'token', 'offers', 'webhooks']) {
      const { mode } = await stat(join(folder, 'keys', `${name}.json`));
      expect(mode & 0o777, name).toBe(0o600);
    }
  });
  it.each([
    ['master', 'not json'],
    ['master', '{"key":"short"}'],
    ['signing', '{}'],
    ['token', '{"kty":"EC"'],
    ['offers', '[]'],
    ['webhooks', '{"shop":["no secret"]}'],
  ])('says that the damaged file %s.json is damaged and leaves it alone', async (name, text) => {
    await keyFiles(folder, sandboxTenant);
    const path = join(folder, 'keys', `${name}.json`);
    await writeFile(path, text);
    expect(await sentenceOf(keyFiles(folder, sandboxTenant))).toContain(`${path} is damaged`);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
  it.each(['master', 'signing', 'token', 'offers', 'webhooks'])(
    'makes no new %s.json beside data that the lost one protects',
    async (name) => {
      await keyFiles(folder, sandboxTenant);
      await mkdir(join(folder, 'engine'));
      await keyFiles(folder, sandboxTenant);
      const path = join(folder, 'keys', `${name}.json`);
      await rm(path);
      expect(await sentenceOf(keyFiles(folder, sandboxTenant))).toContain(`${path} is missing`);
      expect(existsSync(path)).toBe(false);
    },
  );
});

describe('seedTenant', () => {
  const aClient = () => createInProcessEngine(tableDefinition).client as TableClient;
  const secretIn = async (client: TableClient): Promise<string | undefined> =>
    tableStore(client)({ read: 0, write: 0 }).tenantSecret('shop-a');

  it('makes the tenant once', async () => {
    const client = aClient();
    const wrapper = masterKeyWrapper(randomBytes(32), randomBytes);
    expect(await seedTenant(client, wrapper, 'shop-a', wrappedSecrets(folder))).toBe(true);
    expect(await seedTenant(client, wrapper, 'shop-a', wrappedSecrets(folder))).toBe(false);
  });
  it('gives a table that was rebuilt the secret that it had', async () => {
    const wrapper = masterKeyWrapper(randomBytes(32), randomBytes);
    const [lost, rebuilt] = [aClient(), aClient()];
    await seedTenant(lost, wrapper, 'shop-a', wrappedSecrets(folder));
    expect(await seedTenant(rebuilt, wrapper, 'shop-a', wrappedSecrets(folder))).toBe(true);
    expect(await secretIn(rebuilt)).toBe(await secretIn(lost));
  });
  it('keeps a copy of the secret of a table that is older than the copies', async () => {
    const client = aClient();
    const wrapper = masterKeyWrapper(randomBytes(32), randomBytes);
    await seedTenant(client, wrapper, 'shop-a', wrappedSecrets(folder));
    await rm(join(folder, 'keys', 'tenants.json'));
    await seedTenant(client, wrapper, 'shop-a', wrappedSecrets(folder));
    expect(await wrappedSecrets(folder).of('shop-a')).toBe(await secretIn(client));
  });
  it('notices a master key under which the data, or the copy, were not written', async () => {
    const client = aClient();
    await seedTenant(client, masterKeyWrapper(randomBytes(32), randomBytes), 'shop-a', wrappedSecrets(folder));
    const other = masterKeyWrapper(randomBytes(32), randomBytes);
    const copies = wrappedSecrets(folder);
    expect(await sentenceOf(seedTenant(client, other, 'shop-a', copies))).toContain('another key');
    expect(await sentenceOf(seedTenant(aClient(), other, 'shop-a', copies))).toContain('another key');
  });
});

describe('the credentials of the sandbox', () => {
  it('stay the same from start to start', async () => {
    const made = await sandboxCredentials(folder);
    expect(await sandboxCredentials(folder)).toEqual(made);
  });
  it('give the partner every scope of partners, and no role', async () => {
    const clients = clientsOf(await sandboxCredentials(folder), 'shop-a', await loadCapabilities());
    const partner = clients.find(({ clientId }) => clientId === 'sandbox-partner');
    expect(partner?.scopes).toEqual(expect.arrayContaining(['quotes:write', 'policies:write', 'claims:write']));
    expect(partner).toMatchObject({ person: false, roles: [] });
  });
  it('keep the roles apart: nobody both assesses and approves', async () => {
    const clients = clientsOf(await sandboxCredentials(folder), 'shop-a', await loadCapabilities());
    const both = clients.filter(({ roles }) => roles.includes('claims_handler') && roles.includes('claims_approver'));
    expect(both).toEqual([]);
  });
  it('let people read and decide, but not act as the shop', async () => {
    const clients = clientsOf(await sandboxCredentials(folder), 'shop-a', await loadCapabilities());
    const scopes = clients.filter(({ person }) => person).flatMap((one) => one.scopes);
    expect(scopes).toContain('claims:read');
    expect(scopes).not.toContain('policies:write');
  });
  it('hand the issuer hashes alone', async () => {
    const credentials = await sandboxCredentials(folder);
    const known = JSON.stringify(clientsOf(credentials, 'shop-a', await loadCapabilities()));
    for (const { secret } of Object.values(credentials)) expect(known).not.toContain(secret);
  });
});
