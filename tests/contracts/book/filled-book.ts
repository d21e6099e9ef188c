import { policyNumberOf } from '../../../domain/policies/view/policy-view.ts';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { noStaff } from '../../../functions/_adapters/staff-tokens.ts';
import { tokenSigner } from '../../../functions/_adapters/token-signer.ts';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { react } from '../../../functions/_kit/react.ts';
import type { Signer, TokenSigner } from '../../../functions/_kit/services.ts';
import { readRecord } from '../../../functions/_storage/codec.ts';
import { subscriber as appendRecords } from '../../../functions/audit/append-records.ts';
import { entry as signCheckpoint } from '../../../functions/audit/sign-checkpoint.ts';
import { subscriber as notifyCustomers } from '../../../functions/notifications/notify-customers.ts';
import { loadEntries } from '../../../local/entries.ts';
import { anEvent, raiseFor } from '../../support/alerts.ts';
import { aSigningKey, memoryArchive } from '../../support/audited.ts';
import { aMailbox } from '../../support/mail.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { anOffer, aPolicy, risks, someOfferKeys } from '../../support/sale.ts';
import { type Asked, aWorld, type WorldOptions } from '../../support/world.ts';

const { endpoints } = await loadEntries();
const roles = [...new Set(endpoints.flatMap(({ contract }) => contract.roles ?? []))];

/** A person of the insurer who may do everything, and a partner's client. */
export const callerOf = ({ contract }: Endpoint): NonNullable<Asked['as']> =>
  contract.caller === 'staff' ? { kind: 'person', id: 'person-9', roles } : {};
const staff = { kind: 'person', id: 'person-1', roles } as const;

/** One id of each kind, as paths and bodies name them. */
export type Ids = Readonly<
  Record<
    | 'policyId'
    | 'basketId'
    | 'customerId'
    | 'claimId'
    | 'alertId'
    | 'statementId'
    | 'unmatchedId'
    | 'entryId'
    | 'policyNumber'
    | 'credentialId'
    | 'secretId'
    | 'notificationId'
    | 'endpointId'
    | 'webhookSecretId'
    | 'deliveryId',
    string
  >
>;

const notice = {
  coverage: 'screen',
  lossAt: '2026-12-22T12:00:00+08:00',
  form: { repairQuote: 120_000 },
  payee: 'ba_1QK2v9L0aZ4xYw7T',
};

type Offer = Awaited<ReturnType<typeof anOffer>>;

const aTokenSigner = (signer: Signer): TokenSigner =>
  tokenSigner({
    ...{ issuer: 'https://api.bindery.test', audience: 'bindery', docsUrl: 'https://docs.bindery.test', signer },
    keys: async () => [{ kty: 'EC', kid: 'token-1' }],
  });

/** A checkout of one item, for a customer. */
export const aBasketBody = ({ token, disclosures }: Offer, customerId: string) => ({
  ...{ customerId, reference: 'cart-1', collection: 'partner' },
  items: [
    {
      offer: token,
      identity: risks['return-freight'].identity,
      acknowledged: disclosures
        .filter(({ required }) => required)
        .map(({ code, contentHash }) => ({ code, contentHash })),
    },
  ],
});

const idIn = (answer: { readonly body: unknown; readonly text: string }, name: string): string => {
  const id = (answer.body as Record<string, unknown>)[name];
  if (typeof id !== 'string') throw new Error(`No ${name}: ${answer.text}`);
  return id;
};

/** Every endpoint over a book of shop-a with one of each thing in it; shop-b has nothing. */
export const aFilledBook = async (options: WorldOptions = {}) => {
  const { archive } = memoryArchive();
  const { privateJwk } = await aSigningKey();
  const world = await aWorld(endpoints, {
    ...options,
    services: {
      ...{ archive, evidence: archive, signer: es256Signer(privateJwk), offerKeys: someOfferKeys() },
      providerWebhooks: trustingWebhooks,
      tokenSigner: aTokenSigner(es256Signer(privateJwk)),
      staffDirectory: noStaff,
      sandboxes: { webhookSecret: async () => undefined },
      mailer: aMailbox().mailer,
      webhookSender: { send: async () => ({ ms: 1, status: 200 }) },
      webhookRules: { rules: async () => ({ loopback: false }) },
      ...options.services,
    },
  });
  const waiting: CloudEvent[] = [];
  const bound: CloudEvent[] = [];
  world.engine.onCommit((changes) => {
    for (const { before, after } of changes)
      if (before === undefined && after !== undefined && String(after['sk']).startsWith('OP#')) {
        const events = cloudEventsOf(readRecord(after).record);
        waiting.push(...events.filter(({ type }) => type === 'operation.recorded'));
        bound.push(...events.filter(({ type }) => type === 'policy.bound'));
      }
  });
  const policy = await aPolicy(world, 'device-protection');
  for (const event of bound) await react(notifyCustomers, event, world.platform);
  world.time.now = '2026-12-23T08:00:00.000Z';
  await raiseFor(world, anEvent());
  await deliverWebhook(world, paymentEvent({ amount: 100 }));
  await appendRecords.reactToBatch?.(waiting.splice(0), world.platform);
  const params = { policyId: policy.policyId };
  const customerId = String(policy['customerId']);
  const basket = aBasketBody(await anOffer(world, 'return-freight'), customerId);
  const listed = async (operation: string, name: string): Promise<string> => {
    const { items } = (await world.call(operation, { as: staff })).body as { items: Record<string, string>[] };
    return items[0]?.[name] ?? '';
  };
  const till = { name: 'Counter', scopes: ['quotes:write'] };
  const credential = await world.call('createCredential', { body: till });
  const { secrets } = credential.body as { secrets: { secretId: string }[] };
  const made = await world.call('createWebhookEndpoint', { body: { url: 'https://counter.shop.example/hooks' } });
  const endpointId = idIn(made, 'endpointId');
  const signing = (made.body as { secrets: { secretId: string }[] }).secrets;
  const ping = await world.call('pingWebhookEndpoint', { params: { endpointId } });
  const ids: Ids = {
    ...{ policyId: policy.policyId, policyNumber: policyNumberOf(policy.policyId) },
    customerId,
    basketId: idIn(await world.call('bindBasket', { body: basket }), 'basketId'),
    claimId: idIn(await world.call('reportClaim', { params, body: notice }), 'claimId'),
    notificationId: await listed('listNotifications', 'notificationId'),
    statementId: idIn(await world.call('closeStatement', { as: staff }), 'statementId'),
    alertId: await listed('listAlerts', 'alertId'),
    credentialId: idIn(credential, 'credentialId'),
    secretId: secrets[0]?.secretId ?? '',
    entryId: await listed('listInboxEntries', 'entryId'),
    ...{ endpointId, deliveryId: idIn(ping, 'deliveryId'), webhookSecretId: signing[0]?.secretId ?? '' },
    unmatchedId: await listed('listUnmatchedMoney', 'unmatchedId'),
  };
  await signCheckpoint.run(world.platform, { read: 0, write: 0 });
  return { ...world, ids, code: policy.verificationCode };
};
export type FilledBook = Awaited<ReturnType<typeof aFilledBook>>;

/** The same forms with other characters: ids that nobody has. */
export const missingIds = (ids: Ids): Ids =>
  Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, id.replace(/(?<=^[a-z]{3}_|^BN).{26}/, '0'.repeat(26))]),
  ) as Ids;
