import * as acts from '../crash-points/acts.ts';
import { dayMs, type Stage } from '../crash-points/stage.ts';
import type { Ask } from '../generators/generator.ts';
import { newStage } from './trial.ts';

/** A refusal that stands while something is so, and the change after which a new command would succeed. */
export type UndoneRefusal =
  | {
      readonly refusal: string;
      readonly refused: (stage: Stage) => Promise<Ask>;
      readonly mended: (stage: Stage, ask: Ask) => Promise<unknown>;
    }
  | { readonly never: string };

const collection = 'partner';

/** An order that is insured, and then wanted once more with another offer. */
const insuredTwice = async (stage: Stage) => {
  const { bind } = await acts.anOffer(stage, 'return-freight', collection);
  await stage.ask('bindPolicy', bind);
  const { customerId } = bind.body;
  return (await acts.anOfferTo(stage, customerId, 'return-freight', { collection })).bind;
};

/** The policy that was there first ends, so that its order can be insured again. */
const firstIsCancelled = async (stage: Stage): Promise<void> => {
  const { body } = await stage.ask('listPolicies', {});
  const policyId = String(Object(body['items'])[0].policyId);
  await stage.ask('cancelPolicy', await acts.aCancellation(stage, policyId));
};

/** The notice of a broken screen, before any machine has looked at it. */
const aFreshClaim = async (stage: Stage) => {
  const { policyId } = await acts.aPolicy(stage, 'device-protection');
  await stage.time.pass(dayMs + 60_000);
  await stage.deliverAll();
  const notice = { params: { policyId }, body: acts.screenNotice(stage) };
  const claimId = String((await stage.ask('reportClaim', notice)).body['claimId']);
  return { claimId, notice };
};

const lookedAt = (stage: Stage): Promise<void> => stage.deliverAll();

/** By operation that remembers refusals. A new command joins with one line, or says why time undoes none of its own. */
export const undoneRefusals: Readonly<Record<string, UndoneRefusal>> = {
  registerCustomer: { never: 'A person stays registered.' },
  bindPolicy: { refusal: 'object-already-insured', refused: insuredTwice, mended: firstIsCancelled },
  bindBasket: {
    refusal: 'object-already-insured',
    refused: async (stage) => {
      const { offer, identity, acknowledged, ...common } = (await insuredTwice(stage)).body;
      return { body: { ...common, items: [{ offer, identity, acknowledged }] } };
    },
    mended: firstIsCancelled,
  },
  recordOptOuts: { never: 'What was bound or declined stays so.' },
  recordMilestone: {
    refusal: 'milestone-in-future',
    refused: async (stage) => {
      const { policyId } = await acts.aPolicy(stage);
      const occurredAt = new Date(stage.simulation.clock.ms() + dayMs).toISOString();
      return { params: { policyId }, body: { ...acts.shipment(stage), occurredAt } };
    },
    mended: (stage) => stage.time.pass(2 * dayMs),
  },
  cancelPolicy: { never: 'A preview confirms one version of its policy; whatever undoes the refusal makes another.' },
  reportClaim: {
    refusal: 'claim-already-open',
    refused: async (stage) => (await aFreshClaim(stage)).notice,
    mended: async (stage) => {
      await lookedAt(stage);
      const { body } = await stage.ask('listClaims', {});
      const claimId = String(Object(body['items'])[0].claimId);
      await stage.ask('rejectClaim', {
        params: { claimId },
        as: acts.approver,
        body: { reasons: ['loss-not-proved'] },
      });
    },
  },
  assessClaim: {
    refusal: 'claim-state-refuses',
    refused: async (stage) => ({ params: { claimId: (await aFreshClaim(stage)).claimId }, as: acts.handler, body: {} }),
    mended: lookedAt,
  },
  approveClaim: {
    refusal: 'claim-state-refuses',
    refused: async (stage) => {
      const { amount } = await acts.anAssessedClaim(await newStage('approveClaim'));
      return { params: { claimId: await acts.aClaimForPeople(stage) }, as: acts.approver, body: { amount } };
    },
    mended: (stage, { params = {} }) => stage.ask('assessClaim', { params, as: acts.handler, body: {} }),
  },
  rejectClaim: {
    refusal: 'claim-state-refuses',
    refused: async (stage) => {
      const { claimId } = await aFreshClaim(stage);
      return { params: { claimId }, as: acts.approver, body: { reasons: ['loss-not-proved'] } };
    },
    mended: lookedAt,
  },
  advanceClock: {
    refusal: 'clock-is-advancing',
    refused: async (stage) => {
      await stage.ask('advanceClock', { body: { by: 'PT1H' } });
      return { body: { by: 'P1D' } };
    },
    mended: lookedAt,
  },
  acknowledgeAlert: { never: 'An alert never goes back.' },
  closeAlert: { never: 'An alert never opens again.' },
  closeStatement: {
    refusal: 'nothing-to-settle',
    refused: async () => ({ as: acts.finance }),
    mended: async (stage) => {
      await acts.aPolicy(stage);
      await stage.deliverAll();
    },
  },
  settleStatement: { never: 'The total of a statement never changes, and a settlement is never taken back.' },
  createWebhookEndpoint: {
    refusal: 'too-many-endpoints',
    refused: async (stage) => {
      for (let n = 0; n < 8; n += 1)
        await stage.ask('createWebhookEndpoint', { body: { url: `https://hooks-${n}.example/in` } });
      return { body: { url: acts.hooks } };
    },
    mended: async (stage) => {
      const { body } = await stage.ask('listWebhookEndpoints', {});
      const { endpointId } = Object(body['items'])[0];
      return stage.ask('deleteWebhookEndpoint', { params: { endpointId } });
    },
  },
  changeWebhookEndpoint: {
    never: 'An address that leads inside always does, and a deleted endpoint never comes back.',
  },
  disableWebhookEndpoint: {
    refusal: 'endpoint-state-refuses',
    refused: async (stage) => {
      const ask = { params: { endpointId: await acts.anEndpoint(stage) } };
      await stage.ask('disableWebhookEndpoint', ask);
      return ask;
    },
    mended: (stage, ask) => stage.ask('enableWebhookEndpoint', ask),
  },
  enableWebhookEndpoint: {
    refusal: 'endpoint-state-refuses',
    refused: async (stage) => ({ params: { endpointId: await acts.anEndpoint(stage) } }),
    mended: (stage, ask) => stage.ask('disableWebhookEndpoint', ask),
  },
  deleteWebhookEndpoint: { never: 'A deleted endpoint never comes back.' },
  addWebhookSecret: {
    refusal: 'too-many-webhook-secrets',
    refused: async (stage) => {
      const params = { endpointId: await acts.anEndpoint(stage) };
      await stage.ask('addWebhookSecret', { params });
      return { params };
    },
    mended: async (stage, { params = {} }) => {
      const { body } = await stage.ask('getWebhookEndpoint', { params });
      const webhookSecretId = String(Object(body['secrets'])[0].secretId);
      return stage.ask('retireWebhookSecret', { params: { ...params, webhookSecretId } });
    },
  },
  retireWebhookSecret: {
    refusal: 'last-webhook-secret',
    refused: async (stage) => {
      const params = { endpointId: await acts.anEndpoint(stage) };
      const { body } = await stage.ask('getWebhookEndpoint', { params });
      return { params: { ...params, webhookSecretId: String(Object(body['secrets'])[0].secretId) } };
    },
    mended: (stage, { params: { endpointId = '' } = {} }) => stage.ask('addWebhookSecret', { params: { endpointId } }),
  },
  resendDelivery: {
    refusal: 'endpoint-state-refuses',
    refused: async (stage) => {
      const ask = await acts.aPing(stage);
      await stage.ask('disableWebhookEndpoint', { params: { endpointId: ask.params['endpointId'] ?? '' } });
      return ask;
    },
    mended: (stage, { params: { endpointId = '' } = {} }) =>
      stage.ask('enableWebhookEndpoint', { params: { endpointId } }),
  },
  pingWebhookEndpoint: { never: 'Only a deleted endpoint refuses it, and that never comes back.' },
  replayWebhooks: {
    refusal: 'nothing-missed',
    refused: async (stage) => ({ params: { endpointId: await acts.anEndpoint(stage) }, body: { missed: true } }),
    mended: async (stage, { params = {} }) => {
      await stage.ask('disableWebhookEndpoint', { params });
      return stage.ask('enableWebhookEndpoint', { params });
    },
  },
  fireEvent: {
    refusal: 'endpoint-state-refuses',
    refused: async (stage) => {
      const endpointId = await acts.anEndpoint(stage);
      await stage.ask('disableWebhookEndpoint', { params: { endpointId } });
      return { body: { type: 'policy.bound', endpointId } };
    },
    mended: (stage, { body }) =>
      stage.ask('enableWebhookEndpoint', { params: { endpointId: String(Object(body).endpointId) } }),
  },
  createCredential: { never: 'Roles come into force with a release.' },
  addCredentialSecret: {
    refusal: 'too-many-secrets',
    refused: async (stage) => {
      const { credentialId } = await acts.aCredential(stage);
      await stage.ask('addCredentialSecret', { ...acts.managing, params: { credentialId } });
      return { ...acts.managing, params: { credentialId } };
    },
    mended: async (stage, { params = {} }) => {
      const { body } = await stage.ask('getCredential', { ...acts.managing, params });
      const { secretId } = Object(body['secrets'])[0];
      return stage.ask('revokeCredentialSecret', { ...acts.managing, params: { ...params, secretId } });
    },
  },
  revokeCredentialSecret: {
    refusal: 'last-secret',
    refused: async (stage) => ({ ...acts.managing, params: await acts.aCredential(stage) }),
    mended: (stage, { params: { credentialId = '' } = {} }) =>
      stage.ask('addCredentialSecret', { ...acts.managing, params: { credentialId } }),
  },
  revokeCredential: {
    refusal: 'last-manager',
    refused: async (stage) => {
      const body = { name: 'Only one', scopes: ['credentials:write'] };
      const issued = await stage.ask('createCredential', { ...acts.managing, body });
      return { ...acts.managing, params: { credentialId: String(issued.body['credentialId']) } };
    },
    mended: (stage) =>
      stage.ask('createCredential', { ...acts.managing, body: { name: 'Another', scopes: ['credentials:write'] } }),
  },
};
