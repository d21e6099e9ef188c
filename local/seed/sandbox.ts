import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { KeyWrapper } from '../../functions/_adapters/jwe-sealer.ts';
import { derivationContext } from '../../functions/_adapters/tenant-secrets.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { GetCommand, TransactWriteCommand } from '../../functions/_storage/commands.ts';
import { keys, tableDefinition } from '../../functions/_storage/keys.ts';
import { plainError } from '../plain-error.ts';
import { readOrMake, writePrivately } from './private-file.ts';

export const sandboxTenant = 'sandbox-shop';

const { tableName: TableName } = tableDefinition;

type Vault = { readonly Item?: { readonly w?: unknown } };

/** A data folder whose key was exchanged could never be read again; it is better said at the start. */
const assertOpens = async (wrapper: KeyWrapper, wrapped: string, tenant: string): Promise<void> => {
  try {
    await wrapper.unwrap(wrapped, derivationContext(tenant));
  } catch (cause) {
    throw plainError(
      'The data were written under another key than the one in keys/master.json of the data folder: ' +
        'restore that file from a copy, or move the data folder away to begin anew.',
      cause,
    );
  }
};

const WrappedSecrets = z.record(z.string(), z.string().min(20));

/**
 * Copies of the tenants' wrapped secrets, beside the key that wraps them. A secret never changes, and every id, unique
 * key and lookup of its tenant follows from it: a table that is rebuilt from its archive is of little use without it.
 */
export const wrappedSecrets = (dataFolder: string) => {
  const path = join(dataFolder, 'keys', 'tenants.json');
  const read = () => readOrMake(path, WrappedSecrets, async () => ({}));
  const add = async (tenant: string, wrapped: string): Promise<void> => {
    const known = await read();
    if (known[tenant] !== wrapped) await writePrivately(path, { ...known, [tenant]: wrapped });
  };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    tenants: async (): Promise<readonly string[]> => Object.keys(await read()),
    of: async (tenant: string): Promise<string | undefined> => (await read())[tenant],
    /** One after the other, for each writes the whole file. */
    keep: (tenant: string, wrapped: string): Promise<void> => {
      const kept = turn.then(() => add(tenant, wrapped));
      turn = kept.catch(() => undefined);
      return kept;
    },
  };
};
export type WrappedSecretCopies = Pick<ReturnType<typeof wrappedSecrets>, 'of' | 'keep'>;

const derived = derivationContext('');

/**
 * Keeps a copy of each tenant's secret as it is first opened, for sandboxes are made while the platform runs. What is
 * opened stands in the table; what was wrapped may have lost a race.
 */
export const copying = (wrapper: KeyWrapper, copies: Pick<WrappedSecretCopies, 'keep'>): KeyWrapper => ({
  ...wrapper,
  unwrap: async (wrapped, context) => {
    const key = await wrapper.unwrap(wrapped, context);
    if (context.endsWith(derived)) await copies.keep(context.slice(0, -derived.length), wrapped);
    return key;
  },
});

/**
 * Makes the sandbox tenant with its derivation secret, unless the table has it: the one that was kept, or a new one.
 * Says whether the table was without.
 */
export const seedTenant = async (
  client: TableClient,
  wrapper: KeyWrapper,
  tenant: string,
  copies: WrappedSecretCopies,
): Promise<boolean> => {
  const found = (await client.send(
    new GetCommand({ TableName, Key: keys.tenant(tenant), ConsistentRead: true }),
  )) as Vault;
  const wrapped = found.Item?.w;
  if (typeof wrapped === 'string') {
    await assertOpens(wrapper, wrapped, tenant);
    await copies.keep(tenant, wrapped);
    return false;
  }
  const w = (await copies.of(tenant)) ?? (await wrapper.wrap(randomBytes(32), derivationContext(tenant)));
  await assertOpens(wrapper, w, tenant);
  await copies.keep(tenant, w);
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...keys.tenant(tenant), w }, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName, Item: { ...keys.tenants(tenant) } } },
      ],
    }),
  );
  return true;
};
