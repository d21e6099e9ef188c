import { cloudPlatform } from '../../functions/_adapters/cloud.ts';
import { connect as offerKeys } from '../../functions/_adapters/connect/offer-keys.ts';
import { setting } from '../../functions/_adapters/environment.ts';
import { kmsWrapper } from '../../functions/_adapters/kms-wrapper.ts';
import { lambdaKms } from '../../functions/_adapters/lambda-kms.ts';
import { lambdaTable } from '../../functions/_adapters/lambda-table.ts';
import { derivationContext } from '../../functions/_adapters/tenant-secrets.ts';
import { lambda } from '../../functions/_kit/lambda.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { PutCommand } from '../../functions/_storage/commands.ts';
import { keys, tableDefinition } from '../../functions/_storage/keys.ts';
import { endpoint as registerCustomer } from '../../functions/customers/register-customer.ts';
import { endpoint as bindPolicy } from '../../functions/policies/bind-policy.ts';
import { endpoint as createQuote } from '../../functions/quoting/create-quote.ts';
import { quoteBody } from './events.ts';
import { sandbox, tenant } from './tenant.ts';

/** A tenant, with a secret of its own. */
const found = async ({ random }: Platform, id: string): Promise<void> => {
  const wrapper = kmsWrapper(lambdaKms(), setting('masterKey'));
  const w = await wrapper.wrap(random(32), derivationContext(id));
  const { tableName: TableName } = tableDefinition;
  for (const Item of [{ ...keys.tenant(id), w }, keys.tenants(id)])
    await lambdaTable().send(new PutCommand({ TableName, Item }));
};

const actor = {
  kind: 'partner',
  id: 'seed',
  roles: [],
  scopes: ['quotes:write', 'customers:write', 'policies:write'],
} as const;
const platform: Platform = {
  ...cloudPlatform({ offerKeys: offerKeys() }),
  tokens: { verify: async () => ({ tenant, actor }) },
  log: () => undefined,
};
const handler = lambda([createQuote, registerCustomer, bindPolicy], platform);

const post = async (path: string, body: object) => {
  const { statusCode, body: text } = await handler({
    routeKey: `POST ${path}`,
    rawPath: path,
    headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json', 'idempotency-key': `seed-${path}` },
    body: JSON.stringify(body),
  });
  if (statusCode >= 300) throw new Error(`${path} answers ${statusCode}: ${text}`);
  return JSON.parse(text);
};

/**
 * Puts a shop with one policy into the table, through the chain that sells policies, and writes its record; in a
 * process of its own, for it runs in the environment of a function.
 */
await found(platform, tenant);
await found(platform, sandbox);
const { items } = await post('/v1/quotes', quoteBody);
const [{ offer }] = items;
const { customerId } = await post('/v1/customers', {
  name: '王小明',
  identity: { type: 'cn-resident-id', number: '11010519491231002X' },
  phone: '+8613800138000',
  email: 'xiaoming.wang@example.com',
  locale: 'zh-CN',
});
const disclosures: readonly { code: string; contentHash: string; required: boolean }[] = offer.disclosures;
const { policyId } = await post('/v1/policies', {
  offer: offer.token,
  customerId,
  reference: 'SO-20261123-0042',
  collection: 'partner',
  identity: { orderNumber: 'SO-20261123-0042' },
  acknowledged: disclosures.filter(({ required }) => required).map(({ code, contentHash }) => ({ code, contentHash })),
});
const bound = { tenant, kind: 'policy', id: policyId, seq: 1 };
const [stored] = await platform.audit({ read: 0, write: 0 }).records([bound]);
if (stored === undefined || stored === 'unreadable') throw new Error('The policy has no record.');
process.stdout.write(`${JSON.stringify(stored.record)}\n`, () => process.exit(0));
