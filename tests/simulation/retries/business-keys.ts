import * as acts from '../crash-points/acts.ts';
import type { Stage } from '../crash-points/stage.ts';
import type { Ask } from '../generators/generator.ts';

/** The same business again, under another key: what tells it, and what becomes of it. */
export type BusinessKey =
  | {
      /** What may happen only once, whatever the idempotency key. */
      readonly once: string;
      /** The refusal that the contract declares for it; none where it is taken and changes nothing. */
      readonly refusal: string | 'changes nothing';
      /** Another request about the same thing; the very same one where it is not said. */
      readonly again?: (stage: Stage, ask: Ask) => Promise<Ask>;
    }
  | { readonly repeatable: string };

const customerIn = ({ body }: Ask): unknown => Object(body).customerId;

/** By operation. A new command joins with one line, or says why its business may be done twice. */
export const businessKeys: Readonly<Record<string, readonly BusinessKey[]>> = {
  registerCustomer: [{ once: 'the person', refusal: 'customer-already-registered' }],
  bindPolicy: [
    { once: 'the offer', refusal: 'quote-already-bound' },
    {
      once: 'the order that is insured',
      refusal: 'object-already-insured',
      again: async (stage, ask) =>
        (await acts.anOfferTo(stage, customerIn(ask), 'return-freight', { collection: 'partner' })).bind,
    },
  ],
  bindBasket: [
    { once: 'each offer in it', refusal: 'quote-already-bound' },
    {
      once: 'the device that is insured',
      refusal: 'object-already-insured',
      again: async (stage, ask) => {
        const sale = { collection: 'partner' } as const;
        const { bind } = await acts.anOfferTo(stage, customerIn(ask), 'device-protection', sale);
        const { offer, identity, acknowledged } = bind.body;
        return { body: { ...Object(ask.body), items: [{ offer, identity, acknowledged }] } };
      },
    },
  ],
  recordOptOuts: [{ once: 'each offer in it', refusal: 'offer-already-declined' }],
  recordMilestone: [{ once: 'the milestone of the policy', refusal: 'changes nothing' }],
  cancelPolicy: [{ once: 'the policy', refusal: 'policy-state-refuses' }],
  reportClaim: [
    { once: 'the coverage, while a claim on it is open', refusal: 'claim-already-open' },
    {
      once: 'the waybill',
      refusal: 'waybill-already-used',
      again: async (stage, ask) => {
        const { body } = await stage.ask('getPolicy', { params: ask.params ?? {} });
        const sale = { collection: 'partner', identity: { orderNumber: 'SO-20261123-0099' } } as const;
        const { bind } = await acts.anOfferTo(stage, body['customerId'], 'return-freight', sale);
        const policyId = String((await stage.ask('bindPolicy', bind)).body['policyId']);
        await stage.ask('recordMilestone', { params: { policyId }, body: acts.shipment(stage) });
        return { ...ask, params: { policyId } };
      },
    },
  ],
  assessClaim: [{ repeatable: 'An assessment may be corrected until the claim is approved; it pays nothing.' }],
  approveClaim: [{ once: 'the claim', refusal: 'claim-state-refuses' }],
  rejectClaim: [{ once: 'the claim', refusal: 'claim-state-refuses' }],
  replayInboxEntry: [{ once: 'the event', refusal: 'changes nothing' }],
  acknowledgeAlert: [{ once: 'the alert', refusal: 'alert-state-refuses' }],
  closeAlert: [{ once: 'the alert', refusal: 'alert-state-refuses' }],
  closeStatement: [{ once: 'the records since the last statement', refusal: 'nothing-to-settle' }],
  settleStatement: [{ once: 'the statement', refusal: 'statement-already-settled' }],
  advanceClock: [{ once: 'the advance, until it has come to its end', refusal: 'clock-is-advancing' }],
  createWebhookEndpoint: [
    { repeatable: 'A tenant may have itself told at up to eight places, of the same things too.' },
  ],
  changeWebhookEndpoint: [{ once: 'the change', refusal: 'changes nothing' }],
  disableWebhookEndpoint: [{ once: 'the endpoint', refusal: 'endpoint-state-refuses' }],
  enableWebhookEndpoint: [{ once: 'the endpoint', refusal: 'endpoint-state-refuses' }],
  deleteWebhookEndpoint: [{ once: 'the endpoint', refusal: 'endpoint-state-refuses' }],
  addWebhookSecret: [{ once: 'the second secret of the endpoint', refusal: 'too-many-webhook-secrets' }],
  retireWebhookSecret: [{ once: 'the secret', refusal: 'webhook-secret-not-found' }],
  resendDelivery: [{ repeatable: 'Whoever asks for a webhook again gets it again; it has the same id.' }],
  pingWebhookEndpoint: [{ repeatable: 'Each key is a ping of its own.' }],
  replayWebhooks: [{ once: 'the replay, until it has ended', refusal: 'replay-running' }],
  fireEvent: [{ repeatable: 'Each key is a rehearsal of its own.' }],
  createSandbox: [{ repeatable: 'Each key opens a sandbox of its own.' }],
  resetSandbox: [{ repeatable: 'Each key begins a generation of its own.' }],
  createCredential: [{ repeatable: 'A tenant may have as many credentials as it likes.' }],
  addCredentialSecret: [{ once: 'the second secret of the credential', refusal: 'too-many-secrets' }],
  revokeCredentialSecret: [{ once: 'the secret', refusal: 'secret-not-found' }],
  revokeCredential: [{ once: 'the credential', refusal: 'credential-state-refuses' }],
};

/** A line as the page for partners shows it. */
export const rowOf = (id: string, line: BusinessKey): string => {
  if ('repeatable' in line) return `| \`${id}\` | nothing: ${line.repeatable} | done again |`;
  const { once, refusal } = line;
  return `| \`${id}\` | ${once} | ${refusal === 'changes nothing' ? refusal : `\`${refusal}\``} |`;
};
