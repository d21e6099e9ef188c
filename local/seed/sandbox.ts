import { randomBytes } from 'node:crypto';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { KeyWrapper } from '../../functions/_adapters/jwe-sealer.ts';
import { derivationContext } from '../../functions/_adapters/tenant-secrets.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { keys, tableDefinition } from '../../functions/_storage/keys.ts';
import { plainError } from '../plain-error.ts';

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

/** Makes the sandbox tenant with its derivation secret, unless the table has it. Says whether it was made. */
export const seedTenant = async (client: TableClient, wrapper: KeyWrapper, tenant: string): Promise<boolean> => {
  const found = (await client.send(
    new GetCommand({ TableName, Key: keys.tenant(tenant), ConsistentRead: true }),
  )) as Vault;
  const wrapped = found.Item?.w;
  if (typeof wrapped === 'string') {
    await assertOpens(wrapper, wrapped, tenant);
    return false;
  }
  const w = await wrapper.wrap(randomBytes(32), derivationContext(tenant));
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
