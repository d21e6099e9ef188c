import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { subscriber as raiseAlerts } from '../../../functions/alerts/raise-alerts.ts';
import { subscriber as appendRecords } from '../../../functions/audit/append-records.ts';
import { entry as signCheckpoint } from '../../../functions/audit/sign-checkpoint.ts';
import { endpoint as closeStatement } from '../../../functions/billing/close-statement.ts';
import { subscriber as adjudicateClaim } from '../../../functions/claims/adjudicate-claim.ts';
import { endpoint as reportClaim } from '../../../functions/claims/report-claim.ts';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { subscriber as sendDisbursement } from '../../../functions/payments/send-disbursement.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { endpoint as createWebhookEndpoint } from '../../../functions/webhooks/create-webhook-endpoint.ts';
import { endpoint as deleteWebhookEndpoint } from '../../../functions/webhooks/delete-webhook-endpoint.ts';
import { aSigningKey, memoryArchive } from '../../support/audited.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { deliver } from '../../support/deliver.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aProvider } from '../../support/providers.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { finance } from '../../support/statements.ts';
import { aWorld } from '../../support/world.ts';

const endpoints = [
  ...[...sellingEndpoints, ...cancellingEndpoints, recordMilestone],
  ...[reportClaim, receivePaymentWebhook, closeStatement, createWebhookEndpoint, deleteWebhookEndpoint],
];
const payee = 'ba_1QK2v9L0aZ4xYw7T';

const aVariedWorld = async () => {
  const { files, archive } = memoryArchive();
  const key = await aSigningKey();
  const signed = { status: 'signed_by_seller', signedAt: '2026-11-24T08:00:00.000Z', source: 'carrier' };
  const world = await aWorld(endpoints, {
    services: {
      ...{ archive, signer: es256Signer(key.privateJwk), offerKeys: someOfferKeys() },
      ...{ providerWebhooks: trustingWebhooks, provider: aProvider().provider },
      // One parcel came back; of the others and of every flight nobody knows anything yet.
      tracking: { parcel: async (waybill) => (waybill === 'SF1000000001' ? signed : undefined) },
      flights: { status: async () => [] },
      webhookRules: { rules: async () => ({ loopback: false }) },
    },
  });
  const bus = deliver(world, [adjudicateClaim, sendDisbursement, raiseAlerts]);
  /** Everything that was committed is archived and audited, in the order in which it was committed. */
  const audit = async (): Promise<void> => {
    const events = bus.published('operation.recorded');
    for (let at = 0; at < events.length; at += 10)
      await appendRecords.reactToBatch?.(events.slice(at, at + 10), world.platform);
  };
  return { world, files, key, bus, audit };
};
type Varied = Awaited<ReturnType<typeof aVariedWorld>>;

const aReturn = async ({ world }: Varied, n: number): Promise<void> => {
  const { policyId } = await aPolicy(world, 'return-freight', { risk: { orderNumber: `SO-RETURN-${n}` } });
  const milestone = { milestone: 'shipment_confirmed', occurredAt: world.time.now };
  await world.call('recordMilestone', { params: { policyId }, body: milestone });
  const form = { waybillNumber: `SF100000000${n}`, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
  const body = { coverage: 'return-freight', lossAt: world.time.now, payee, form };
  const answer = await world.call('reportClaim', { params: { policyId }, body });
  if (answer.status !== 201) throw new Error(answer.text);
};

const aPayment = async ({ world }: Varied, imei: string, more = 0): Promise<string> => {
  const { policyId, offerId } = await aPolicy(world, 'device-protection', { collection: 'provider', risk: { imei } });
  const event = { eventId: `evt_${imei}`, paymentId: `pi_${imei}`, amount: 13962 + more, offerId };
  await deliverWebhook(world, paymentEvent(event));
  return policyId;
};

/** One endpoint that holds its place, and one that has let it go. */
const twoEndpoints = async ({ world }: Varied): Promise<void> => {
  for (const name of ['kept', 'gone']) {
    const { body } = await world.call('createWebhookEndpoint', { body: { url: `https://${name}.example/` } });
    const { endpointId } = body as { endpointId: string };
    if (name === 'gone') await world.call('deleteWebhookEndpoint', { params: { endpointId } });
  }
};

/**
 * A book with everything in it that a table can hold: a claim that was paid and one that waits, premium that came, was
 * given back, was too much or never came, a statement, alerts; signed in the middle and at its end.
 */
export const aVariedBook = async () => {
  const varied = await aVariedWorld();
  const { world, bus, audit } = varied;
  await aReturn(varied, 1);
  await aReturn(varied, 2);
  await aPayment(varied, '356938035643809');
  await bus.untilQuiet();
  await audit();
  await signCheckpoint.run(world.platform, { read: 0, write: 0 });

  world.time.now = '2026-11-23T08:10:00.000Z';
  const policyId = await aPayment(varied, '490154203237518');
  await cancel(world, policyId, {}, 'withdrawal');
  await aPayment(varied, '352099001761481', 100);
  await aPolicy(world, 'flight-delay', {});
  await world.call('closeStatement', { as: finance });
  await twoEndpoints(varied);
  await bus.untilQuiet();
  await audit();
  await signCheckpoint.run(world.platform, { read: 0, write: 0 });
  // What is told of the last checkpoint stands behind it.
  await bus.untilQuiet();
  await audit();
  return varied;
};
