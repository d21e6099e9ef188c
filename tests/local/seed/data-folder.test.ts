import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeyWrapper } from '../../../functions/_adapters/key-file-wrapper.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import { isPlainError } from '../../../local/plain-error.ts';
import { sandboxCredentials } from '../../../local/seed/credentials.ts';
import { takeDataFolder } from '../../../local/seed/data-folder.ts';
import { keyFiles } from '../../../local/seed/key-files.ts';
import { copying, sandboxTenant, seedTenant, wrappedSecrets } from '../../../local/seed/sandbox.ts';

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
  it('keeps a copy of a sandbox’s secret that was made meanwhile, as soon as it is opened', async () => {
    const copies = wrappedSecrets(folder);
    const wrapper = copying(masterKeyWrapper(randomBytes(32), randomBytes), copies);
    const tenants = ['sbx-a', 'sbx-b', 'sbx-c'];
    const wrapped = await Promise.all(tenants.map((one) => wrapper.wrap(randomBytes(32), `${one} derivation`)));
    // What was wrapped may have lost a race; what is opened stands in the table.
    expect(await copies.tenants()).toEqual([]);
    await Promise.all(tenants.map((one, at) => wrapper.unwrap(wrapped[at] ?? '', `${one} derivation`)));
    expect(await copies.tenants()).toEqual(tenants);
    expect(await copies.of('sbx-b')).toBe(wrapped[1]);
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
  it('name the tenant and the credential in each client id', async () => {
    for (const { clientId, secret } of Object.values(await sandboxCredentials(folder))) {
      expect(clientId).toMatch(/^sandbox-shop\.crd_[0-9a-z]{26}$/);
      expect(secret).toMatch(/^bds_[\w-]{43}$/);
    }
  });
});
