import type { AlertEvent } from '../../domain/alerts/events.ts';
import { evolveAlert } from '../../domain/alerts/evolve.ts';
import type { Alert } from '../../domain/alerts/schema.ts';
import type { CheckpointEvent } from '../../domain/audit/events.ts';
import { evolveCheckpoints } from '../../domain/audit/evolve-checkpoints.ts';
import type { SignedCheckpoints } from '../../domain/audit/schema.ts';
import type { BasketEvent } from '../../domain/baskets/events.ts';
import { evolveBasket } from '../../domain/baskets/evolve-basket.ts';
import type { Basket } from '../../domain/baskets/schema.ts';
import type { StatementEvent } from '../../domain/billing/events.ts';
import { evolveStatement } from '../../domain/billing/evolve-statement.ts';
import type { Statement } from '../../domain/billing/schema.ts';
import type { ClaimEvent } from '../../domain/claims/events.ts';
import { evolveClaim } from '../../domain/claims/evolve.ts';
import type { Claim } from '../../domain/claims/schema.ts';
import type { ClockEvent } from '../../domain/clock/events.ts';
import { evolveClock } from '../../domain/clock/evolve-clock.ts';
import type { ClockState } from '../../domain/clock/schema.ts';
import type { CustomerEvent } from '../../domain/customers/events.ts';
import { evolveCustomer } from '../../domain/customers/evolve.ts';
import type { Customer } from '../../domain/customers/schema.ts';
import type { NotificationEvent } from '../../domain/notifications/events.ts';
import { evolveNotification } from '../../domain/notifications/evolve-notification.ts';
import type { Notification } from '../../domain/notifications/schema.ts';
import type { CredentialEvent, TenantEvent } from '../../domain/partners/events.ts';
import { evolveCredential } from '../../domain/partners/evolve-credential.ts';
import { evolveTenant } from '../../domain/partners/evolve-tenant.ts';
import type { Credential, TenantProfile } from '../../domain/partners/schema.ts';
import type { UnmatchedEvent } from '../../domain/payments/events.ts';
import { evolveUnmatched } from '../../domain/payments/evolve-unmatched.ts';
import type { UnmatchedMoney } from '../../domain/payments/schema.ts';
import { evolvePolicy, type PolicyEvent, postToPolicy } from '../../domain/policies/evolve.ts';
import { nextDue } from '../../domain/policies/next-due.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import type { DomainEvent, Posting } from '../../domain/shared/decision.ts';
import type { EndpointEvent } from '../../domain/webhooks/events.ts';
import { evolveEndpoint } from '../../domain/webhooks/evolve-endpoint.ts';
import type { Endpoint } from '../../domain/webhooks/schema.ts';

/** Aggregates by kind: what must be right together, with one sequence and one chain each (design §4). */
export type RootStates = {
  policy: Policy;
  customer: Customer;
  unmatched: UnmatchedMoney;
  alert: Alert;
  statement: Statement;
  basket: Basket;
  tenant: TenantProfile;
  credential: Credential;
  clock: ClockState;
  notification: Notification;
  checkpoint: SignedCheckpoints;
  endpoint: Endpoint;
};
export type RootEvents = {
  policy: PolicyEvent;
  customer: CustomerEvent;
  unmatched: UnmatchedEvent;
  alert: AlertEvent;
  statement: StatementEvent;
  basket: BasketEvent;
  tenant: TenantEvent;
  credential: CredentialEvent;
  clock: ClockEvent;
  notification: NotificationEvent;
  checkpoint: CheckpointEvent;
  endpoint: EndpointEvent;
};
export type RootKind = keyof RootStates;

/** What a command can load: aggregates, a claim inside its policy, and the wrapped key of a customer. */
export type ReadableStates = RootStates & { claim: Claim; vault: string };
export type ReadableKind = keyof ReadableStates;
/** The kind of what waits for people, by the name of its queue. */
export const kindInQueue = {
  claims: 'claim',
  unmatched: 'unmatched',
  alerts: 'alert',
  statements: 'statement',
} as const satisfies Readonly<Record<string, ReadableKind>>;
export type QueueName = keyof typeof kindInQueue;
export type Queues = { [Q in QueueName]: ReadableStates[(typeof kindInQueue)[Q]] };

export type AnyEvent = RootEvents[RootKind];
export type EventType = AnyEvent['type'];

type Definition<K extends RootKind> = {
  readonly evolve: (before: RootStates[K] | undefined, event: RootEvents[K]) => RootStates[K];
  readonly post?: (before: RootStates[K], postings: readonly Posting[]) => RootStates[K];
  readonly due?: (state: RootStates[K], now: string) => string | undefined;
  /** The work queue in which the aggregate waits for people, if any. */
  readonly queue?: (state: RootStates[K]) => QueueName | undefined;
};

const definitions: { readonly [K in RootKind]: Definition<K> } = {
  policy: { evolve: evolvePolicy, post: postToPolicy, due: nextDue },
  customer: { evolve: evolveCustomer },
  basket: { evolve: evolveBasket },
  unmatched: { evolve: evolveUnmatched, queue: (money) => (money.status === 'open' ? 'unmatched' : undefined) },
  alert: { evolve: evolveAlert, queue: (alert) => (alert.status === 'closed' ? undefined : 'alerts') },
  statement: {
    evolve: evolveStatement,
    queue: (statement) => (statement.status === 'closed' ? 'statements' : undefined),
  },
  tenant: { evolve: evolveTenant },
  credential: { evolve: evolveCredential },
  clock: { evolve: evolveClock },
  notification: { evolve: evolveNotification },
  checkpoint: { evolve: evolveCheckpoints },
  endpoint: { evolve: evolveEndpoint },
};

/** Every kind of aggregate, for what has to look at all of them: the audit, a restore, the reference. */
export const rootKinds = Object.keys(definitions) as readonly RootKind[];

const definitionOf = <K extends RootKind>(kind: K): Definition<K> => definitions[kind];

/** The new state is the fold of the events, and nothing enters it otherwise (design §3). */
export const fold = <K extends RootKind>(
  kind: K,
  before: RootStates[K] | undefined,
  outcome: { readonly events: readonly DomainEvent[]; readonly postings: readonly Posting[] },
): RootStates[K] => {
  const { evolve, post } = definitionOf(kind);
  const events = outcome.events as readonly RootEvents[K][];
  const after = events.reduce<RootStates[K] | undefined>(evolve, before);
  if (after === undefined) throw new Error(`A command on a new ${kind} left no event.`);
  return post === undefined ? after : post(after, outcome.postings);
};

export const dueOf = <K extends RootKind>(kind: K, state: RootStates[K], now: string): string | undefined =>
  definitionOf(kind).due?.(state, now);
export const queueOf = <K extends RootKind>(kind: K, state: RootStates[K]): QueueName | undefined =>
  definitionOf(kind).queue?.(state);

export const isClaimEvent = (event: DomainEvent): event is ClaimEvent => event.type.startsWith('claim.');

/** Claims live in their policy's partition: its records tell their story too. */
export const foldClaim = (before: Claim | undefined, events: readonly ClaimEvent[]): Claim | undefined =>
  events.reduce<Claim | undefined>(evolveClaim, before);

/** Claims that wait for a person to assess or to approve. */
export const claimQueueOf = (claim: Claim): QueueName | undefined =>
  claim.status === 'in-review' || claim.status === 'assessed' ? 'claims' : undefined;

/** The ids of credentials and secrets that these events revoke: tokens that they earned end with them. */
export const revokedBy = (events: readonly DomainEvent[]): readonly string[] =>
  (events as readonly AnyEvent[]).flatMap((event) => {
    if (event.type === 'credential.revoked') return [event.data.credentialId];
    // Tokens of a sandbox name the generation that they are for.
    if (event.type === 'tenant.reset') return [event.data.ended];
    return event.type === 'credential.secret-revoked' ? [event.data.secretId] : [];
  });

/** The generations of a sandbox that these events begin. */
export const generationsIn = (events: readonly DomainEvent[]): readonly number[] =>
  (events as readonly AnyEvent[]).flatMap((event) => (event.type === 'tenant.reset' ? [event.data.generation] : []));

/** Kinds whose first record fixes terms that the state item does not repeat. */
export const fixedBy: Partial<Record<RootKind, { readonly event: string; readonly field: string }>> = {
  policy: { event: 'policy.bound', field: 'terms' },
  notification: { event: 'notification.requested', field: 'content' },
};
