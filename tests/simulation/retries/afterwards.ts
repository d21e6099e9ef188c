import * as acts from '../crash-points/acts.ts';
import type { Stage } from '../crash-points/stage.ts';
import type { Ask, Json } from '../generators/generator.ts';

/** What somebody does to the object after the command, or why nobody can do anything to it any more. */
export type Afterwards =
  | { readonly event: string; readonly changes: (stage: Stage, answer: Json, ask: Ask) => Promise<unknown> }
  | { readonly final: string };

const cancels = async (stage: Stage, policyId: unknown): Promise<void> => {
  await stage.ask('cancelPolicy', await acts.aCancellation(stage, String(policyId)));
};
const cancelsTheOnly = async (stage: Stage): Promise<void> => {
  const { body } = await stage.ask('listPolicies', {});
  await cancels(stage, Object(body['items'])[0].policyId);
};
const revokes = (stage: Stage, { credentialId }: Json) =>
  stage.ask('revokeCredential', { ...acts.managing, params: { credentialId: String(credentialId) } });
const anotherManager = (stage: Stage) =>
  stage.ask('createCredential', { ...acts.managing, body: { name: 'Another', scopes: ['credentials:write'] } });

const turns = (stage: Stage, verb: 'enable' | 'disable' | 'delete', { endpointId }: Json) =>
  stage.ask(`${verb}WebhookEndpoint`, { params: { endpointId: String(endpointId) } });
const deletes = (stage: Stage, endpoint: Json) => turns(stage, 'delete', endpoint);

/** By operation. A new command joins with one line. */
export const afterwards: Readonly<Record<string, Afterwards>> = {
  registerCustomer: { final: 'No operation changes a customer.' },
  bindPolicy: { event: 'the policy is cancelled', changes: (stage, { policyId }) => cancels(stage, policyId) },
  bindBasket: {
    event: 'a policy of it is cancelled',
    changes: (stage, { policies }) => cancels(stage, Object(policies)[0].policyId),
  },
  recordOptOuts: { final: 'Evidence is never changed.' },
  recordMilestone: {
    event: 'the return is claimed',
    changes: (stage, _answer, { params = {} }) => stage.ask('reportClaim', { params, body: acts.freightNotice(stage) }),
  },
  cancelPolicy: { event: 'the refund is paid', changes: (stage) => stage.deliverAll() },
  reportClaim: { event: 'the claim is decided', changes: (stage) => stage.deliverAll() },
  assessClaim: {
    event: 'the claim is approved',
    changes: (stage, { handling }, { params = {} }) =>
      stage.ask('approveClaim', {
        params,
        as: acts.approver,
        body: { amount: Object(handling).assessed.amount.amount },
      }),
  },
  approveClaim: { event: 'the claim is paid', changes: (stage) => stage.deliverAll() },
  rejectClaim: {
    event: 'the loss is reported again',
    changes: (stage, { policyId }) =>
      stage.ask('reportClaim', { params: { policyId: String(policyId) }, body: acts.screenNotice(stage) }),
  },
  replayInboxEntry: { event: 'the policy is cancelled', changes: (stage) => cancelsTheOnly(stage) },
  acknowledgeAlert: {
    event: 'the alert is closed',
    changes: (stage, _answer, { params = {} }) =>
      stage.ask('closeAlert', { params, as: acts.operator, body: { resolution: 'Looked at.' } }),
  },
  closeAlert: { final: 'A closed alert stays closed.' },
  closeStatement: {
    event: 'the statement is settled',
    changes: (stage, { statementId, total, currency }) =>
      stage.ask('settleStatement', {
        ...{ params: { statementId: String(statementId) }, as: acts.finance },
        body: { amount: total, currency, reference: 'transfer-1' },
      }),
  },
  settleStatement: {
    event: 'the next one is closed',
    changes: async (stage) => {
      await cancelsTheOnly(stage);
      await stage.deliverAll();
      await stage.ask('closeStatement', { as: acts.finance });
    },
  },
  advanceClock: { event: 'the clock has come there', changes: (stage) => stage.deliverAll() },
  createWebhookEndpoint: { event: 'the endpoint is deleted', changes: deletes },
  changeWebhookEndpoint: { event: 'the endpoint is deleted', changes: deletes },
  disableWebhookEndpoint: {
    event: 'the endpoint is enabled again',
    changes: (stage, endpoint) => turns(stage, 'enable', endpoint),
  },
  enableWebhookEndpoint: {
    event: 'the endpoint is disabled',
    changes: (stage, endpoint) => turns(stage, 'disable', endpoint),
  },
  deleteWebhookEndpoint: { final: 'A deleted endpoint never comes back.' },
  addWebhookSecret: { event: 'the endpoint is deleted', changes: deletes },
  retireWebhookSecret: { event: 'the endpoint is deleted', changes: deletes },
  resendDelivery: { event: 'the endpoint is deleted', changes: deletes },
  pingWebhookEndpoint: { event: 'the endpoint is deleted', changes: deletes },
  replayWebhooks: { event: 'the replay has ended', changes: (stage) => stage.deliverAll() },
  fireEvent: { final: 'What never happened is not changed by anything.' },
  createSandbox: { final: 'Its tenant is another one than those on this stage.' },
  resetSandbox: {
    event: 'it is reset once more',
    changes: (stage) => stage.ask('resetSandbox', { ...acts.managing }),
  },
  createCredential: {
    event: 'the credential is revoked',
    changes: async (stage, credential) => {
      await anotherManager(stage);
      await revokes(stage, credential);
    },
  },
  addCredentialSecret: { event: 'the credential is revoked', changes: revokes },
  revokeCredentialSecret: { event: 'the credential is revoked', changes: revokes },
  revokeCredential: { final: 'A revoked credential never comes back.' },
};
