import { onceFor } from '../../domain/shared/once-for.ts';
import type { EndpointContract } from './contract.ts';
import type { LimitedBy } from './limiter.ts';
import type { Rate } from './token-bucket.ts';

/** The published rates. A burst is what its rate gives in whole seconds, so that quota and window are whole numbers. */
const classes = {
  quote: { perSecond: 100, burst: 100 },
  read: { perSecond: 100, burst: 200 },
  command: { perSecond: 60, burst: 120 },
  open: { perSecond: 20, burst: 100 },
  webhook: { perSecond: 500, burst: 1_000 },
} as const satisfies Record<string, Rate>;

/** A tenant with a hundred credentials gets what three have. */
const credentialsWorth = 3;

const classOf = ({ caller, method, writes }: EndpointContract): keyof typeof classes => {
  if (caller === 'provider') return 'webhook';
  if (caller === 'public' || caller === 'anyone') return 'open';
  if (method === 'GET') return 'read';
  return writes.length > 0 ? 'command' : 'quote';
};

/** The limit of one caller at an entry: its own, or that of its class. */
export const limitOf = (contract: EndpointContract): Rate => contract.limit ?? classes[classOf(contract)];

type Limit = { readonly by: LimitedBy; readonly rate: Rate };

/**
 * Whom an entry counts, and how fast each bucket fills: a token's credential and its tenant, for both are proved then;
 * an address alone where nobody has to say who he is, and for webhooks: their signature is proved only by the entry
 * itself, and a bucket of the tenant's could be drained before by whoever knows its name.
 */
export const limitsOf = onceFor((contract: EndpointContract): readonly Limit[] => {
  const rate = limitOf(contract);
  const { caller } = contract;
  if (caller === 'public' || caller === 'anyone' || caller === 'provider') return [{ by: 'address', rate }];
  const shared = { perSecond: rate.perSecond * credentialsWorth, burst: rate.burst * credentialsWorth };
  return [
    { by: 'credential', rate },
    { by: 'tenant', rate: shared },
  ];
});

/** The seconds in which a bucket that ran dry is full again: the window of its quota. */
export const windowOf = ({ perSecond, burst }: Rate): number => Math.ceil(burst / perSecond);
