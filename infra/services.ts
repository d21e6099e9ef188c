import type { ServiceName } from '../functions/_kit/services.ts';

/** What a service needs of the deployment. A new service does not compile until it stands here. */
export const needOf = {
  offerKeys: 'secret',
  provider: 'secret',
  providerWebhooks: 'secret',
  inbox: 'inbox',
  tracking: 'secret',
  flights: 'secret',
  archive: 'archive',
  evidence: 'evidence',
  signer: 'signing-key',
  tokenSigner: 'token-key',
  staffDirectory: 'staff-pool',
  sandboxes: 'nothing',
  bus: 'bus',
  reactions: 'nothing',
  mailer: 'mail',
  webhookSender: 'nothing',
  partnerBuses: 'partner-buses',
  webhookRules: 'account',
} as const satisfies Record<
  ServiceName,
  | 'secret'
  | 'archive'
  | 'evidence'
  | 'inbox'
  | 'signing-key'
  | 'token-key'
  | 'staff-pool'
  | 'bus'
  | 'mail'
  | 'partner-buses'
  | 'account'
  | 'nothing'
>;

export type SecretService = { [S in ServiceName]: (typeof needOf)[S] extends 'secret' ? S : never }[ServiceName];

export const keepsSecret = (service: string): service is SecretService =>
  Object.entries(needOf).some(([name, need]) => name === service && need === 'secret');

/** The services that keep a secret, in the order of their names. */
export const secretServices: readonly SecretService[] = Object.keys(needOf).filter(keepsSecret).toSorted();
