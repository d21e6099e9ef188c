import * as acts from './acts.ts';
import { commanded, delivered, type Scenario, ticked } from './scenario.ts';
import { minuteMs, type Stage } from './stage.ts';

const commands: Readonly<Record<string, Scenario>> = {
  registerCustomer: commanded('registerCustomer', async () => ({ body: acts.aPerson })),
  bindPolicy: commanded('bindPolicy', async (stage) => (await acts.anOffer(stage, 'return-freight', 'partner')).bind),
  bindBasket: commanded('bindBasket', acts.aBasket),
  batchPolicies: commanded('batchPolicies', async (stage) => {
    const { body } = await acts.aBasket(stage);
    const { customerId, reference, collection } = body;
    const items = body.items.map((item, at) => ({
      ...{ operation: 'bindPolicy', idempotencyKey: `item-number-${at}` },
      body: { customerId, reference, collection, ...item },
    }));
    return { body: { items } };
  }),
  recordOptOuts: commanded('recordOptOuts', async (stage) => {
    const { body } = await acts.aBasket(stage);
    return { body: { reference: 'declined', optOuts: body.items.map(({ offer }) => ({ offer })) } };
  }),
  advanceClock: commanded('advanceClock', async () => ({ body: { to: '2026-11-26T08:00:00.000Z' } })),
  recordMilestone: commanded('recordMilestone', async (stage) => {
    const { policyId } = await acts.aPolicy(stage);
    return { params: { policyId }, body: acts.shipment(stage) };
  }),
  cancelPolicy: commanded('cancelPolicy', async (stage) => {
    const { policyId, offerId, gross } = await acts.aPolicy(stage, 'return-freight', 'provider');
    await stage.ask('receivePaymentWebhook', acts.aPayment(stage, offerId, gross));
    await stage.deliverAll();
    return acts.aCancellation(stage, policyId);
  }),
  reportClaim: commanded('reportClaim', async (stage) => {
    const policyId = await acts.aShippedPolicy(stage);
    return { params: { policyId }, body: acts.freightNotice(stage) };
  }),
  assessClaim: commanded('assessClaim', async (stage) => ({
    params: { claimId: await acts.aClaimForPeople(stage) },
    as: acts.handler,
    body: { note: 'CANARY in the note' },
  })),
  approveClaim: commanded('approveClaim', async (stage) => {
    const { claimId, amount } = await acts.anAssessedClaim(stage);
    return { params: { claimId }, as: acts.approver, body: { amount } };
  }),
  rejectClaim: commanded('rejectClaim', async (stage) => ({
    params: { claimId: await acts.aClaimForPeople(stage) },
    as: acts.approver,
    body: { reasons: ['loss-not-proved'] },
  })),
  receivePaymentWebhook: commanded('receivePaymentWebhook', async (stage) => {
    const { offerId, gross } = await acts.aPolicy(stage, 'return-freight', 'provider');
    return acts.aPayment(stage, offerId, gross);
  }),
  replayInboxEntry: commanded('replayInboxEntry', async (stage) => ({
    params: { entryId: await acts.aWebhookLeftHalfDone(stage) },
    as: acts.operator,
  })),
  acknowledgeAlert: commanded('acknowledgeAlert', async (stage) => ({
    params: { alertId: await acts.anAlert(stage) },
    as: acts.operator,
  })),
  closeAlert: commanded('closeAlert', async (stage) => ({
    params: { alertId: await acts.anAlert(stage) },
    as: acts.operator,
    body: { resolution: 'Looked at.' },
  })),
  closeStatement: commanded('closeStatement', async (stage) => {
    await acts.aPolicy(stage);
    await stage.deliverAll();
    return { as: acts.finance };
  }),
  settleStatement: commanded('settleStatement', async (stage) => {
    const { statementId, total } = await acts.aStatement(stage);
    const body = { amount: total, currency: 'CNY', reference: 'transfer-1' };
    return { params: { statementId: String(statementId) }, as: acts.finance, body };
  }),
};

const onboarding: Readonly<Record<string, Scenario>> = {
  createSandbox: commanded('createSandbox', async () => ({ body: { name: 'My shop' } })),
  resetSandbox: commanded('resetSandbox', async () => acts.managing),
  createCredential: commanded('createCredential', async () => ({
    ...acts.managing,
    body: { name: 'Till', scopes: ['credentials:write', 'quotes:write'] },
  })),
  addCredentialSecret: commanded('addCredentialSecret', async (stage) => {
    const { credentialId } = await acts.aCredential(stage);
    return { ...acts.managing, params: { credentialId } };
  }),
  revokeCredentialSecret: commanded('revokeCredentialSecret', async (stage) => {
    const { credentialId, secretId } = await acts.aCredential(stage);
    await stage.ask('addCredentialSecret', { ...acts.managing, params: { credentialId } });
    return { ...acts.managing, params: { credentialId, secretId } };
  }),
  revokeCredential: commanded('revokeCredential', async (stage) => {
    const { credentialId } = await acts.aCredential(stage);
    return { ...acts.managing, params: { credentialId } };
  }),
};

const named = async (stage: Stage) => ({ params: { endpointId: await acts.anEndpoint(stage) } });
const ofTheWindow = { from: '2026-11-23T00:00:00Z', to: '2026-12-31T00:00:00Z' };

const telling: Readonly<Record<string, Scenario>> = {
  createWebhookEndpoint: commanded('createWebhookEndpoint', async () => ({ body: { url: acts.hooks } })),
  changeWebhookEndpoint: commanded('changeWebhookEndpoint', async (stage) => ({
    ...(await named(stage)),
    body: { payload: 'thin', name: 'Moved' },
  })),
  disableWebhookEndpoint: commanded('disableWebhookEndpoint', named),
  enableWebhookEndpoint: commanded('enableWebhookEndpoint', async (stage) => {
    const asked = await named(stage);
    await stage.ask('disableWebhookEndpoint', asked);
    return asked;
  }),
  deleteWebhookEndpoint: commanded('deleteWebhookEndpoint', named),
  addWebhookSecret: commanded('addWebhookSecret', named),
  retireWebhookSecret: commanded('retireWebhookSecret', async (stage) => {
    const asked = await named(stage);
    const { body } = await stage.ask('addWebhookSecret', asked);
    const { secretId } = Object(body['secrets'])[0];
    return { params: { ...asked.params, webhookSecretId: String(secretId) } };
  }),
  resendDelivery: commanded('resendDelivery', acts.aPing),
  pingWebhookEndpoint: commanded('pingWebhookEndpoint', named),
  replayWebhooks: commanded('replayWebhooks', async (stage) => ({ ...(await named(stage)), body: ofTheWindow })),
  fireEvent: commanded('fireEvent', async (stage) => {
    const { params } = await named(stage);
    return { body: { type: 'policy.bound', ...params } };
  }),
};

const tellingAfterwards: Readonly<Record<string, Scenario>> = {
  deliverWebhooks: delivered(async (stage) => {
    await named(stage);
    await stage.deliverAll();
    await stage.ask('registerCustomer', { body: acts.aPerson });
  }),
  retryDelivery: delivered(async (stage) => {
    await acts.aFailedDelivery(stage);
    const [due] = stage.simulation.wakeUps.instants();
    if (due === undefined) throw new Error('A delivery that failed is tried again.');
    stage.simulation.clock.passTo(due);
    await stage.simulation.tick('drainDue');
    await stage.runOut();
  }),
  runReplay: delivered(async (stage) => {
    const asked = await named(stage);
    await stage.ask('registerCustomer', { body: acts.aPerson });
    await stage.deliverAll();
    stage.simulation.clock.pass(minuteMs);
    await stage.ask('replayWebhooks', { ...asked, body: ofTheWindow });
  }),
};

/** Money that comes a moment before its policy, and the policy then. */
const moneyBeforeItsPolicy = async (stage: Stage): Promise<void> => {
  const { bind, offerId, gross } = await acts.anOffer(stage, 'return-freight', 'provider');
  await stage.ask('receivePaymentWebhook', acts.aPayment(stage, offerId, gross));
  await stage.ask('bindPolicy', bind);
};

/** A paid policy that is cancelled, so that a refund is on its way. */
const aCancellation = async (stage: Stage): Promise<void> => {
  const { policyId, offerId, gross } = await acts.aPolicy(stage, 'return-freight', 'provider');
  await stage.ask('receivePaymentWebhook', acts.aPayment(stage, offerId, gross));
  await stage.deliverAll();
  await stage.ask('cancelPolicy', await acts.aCancellation(stage, policyId));
};

const subscribers: Readonly<Record<string, Scenario>> = {
  appendRecords: delivered(acts.aShippedPolicy),
  raiseAlerts: delivered(async (stage) => {
    const { offerId, gross } = await acts.anOffer(stage, 'return-freight', 'provider');
    await stage.ask('receivePaymentWebhook', acts.aPayment(stage, offerId, gross + 1));
  }),
  adjudicateClaim: delivered(async (stage) => {
    const policyId = await acts.aShippedPolicy(stage);
    await stage.ask('reportClaim', { params: { policyId }, body: acts.freightNotice(stage) });
  }),
  sendDisbursement: delivered(aCancellation),
  notifyCustomers: delivered((stage) => acts.aPolicy(stage)),
  // An unpaid policy lapses, so that it both commits and moves the wake-up.
  fireDuePolicy: delivered(async (stage) => {
    await aLapse(stage);
    await stage.simulation.tick('drainDue');
    await stage.runOut();
  }),
  driveClock: delivered(async (stage) => {
    await acts.aPolicy(stage, 'return-freight', 'provider');
    await stage.deliverAll();
    await stage.ask('advanceClock', { body: { by: 'P3D' } });
  }),
  applyUnmatchedMoney: delivered(moneyBeforeItsPolicy),
};

const aLapse: (stage: Stage) => Promise<void> = async (stage) => {
  await acts.aPolicy(stage, 'return-freight', 'provider');
  await stage.deliverAll();
  const [due] = stage.simulation.wakeUps.instants();
  if (due === undefined) throw new Error('An unpaid policy has something due.');
  stage.simulation.clock.passTo(due);
};

const schedules: Readonly<Record<string, Scenario>> = {
  drainDue: ticked(aLapse),
  // Six minutes later nobody has taken the events yet.
  sweepRecords: ticked(async (stage) => {
    await acts.aPolicy(stage);
    stage.simulation.clock.pass(6 * minuteMs);
  }),
  signCheckpoint: ticked(async (stage) => {
    await acts.aPolicy(stage);
    await stage.deliverAll();
  }),
};

/** By the id of the entry. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...commands,
  ...onboarding,
  ...telling,
  ...tellingAfterwards,
  ...subscribers,
  ...schedules,
};
