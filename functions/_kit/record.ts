import canonicalize from 'canonicalize';
import type { DomainEvent, Posting } from '../../domain/shared/decision.ts';
import type { Instant } from './clock.ts';
import { sha256Hex } from './crypto.ts';

/** Who acted: a partner's credential, a person, a provider's webhook, the public, or one of our own entries. */
export type Actor = {
  readonly kind: 'partner' | 'person' | 'provider' | 'public' | 'system';
  readonly id: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
};

/**
 * One command's evidence: the audit entry, the outbox message and the history line in one (design §4). Everything in
 * it is covered by the hash of the record that follows, so nothing in it may ever be personal data in the clear.
 */
export type OperationRecord = {
  readonly v: 1;
  readonly tenant: string;
  readonly aggregate: string;
  readonly id: string;
  readonly seq: number;
  readonly operation: string;
  readonly recordedAt: Instant;
  readonly businessAt: Instant;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string };
  readonly requestId: string;
  readonly from?: string;
  /** The event that made one of our own entries act. */
  readonly causedBy?: string;
  readonly events: readonly DomainEvent[];
  readonly postings: readonly Posting[];
  /** Hash of the record before, in hex; null for the first. */
  readonly prev: string | null;
};

/** The bytes that are hashed and kept: RFC 8785 canonical JSON. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A value without a JSON form cannot be recorded.');
  return text;
};

const texts = new WeakMap<OperationRecord, string>();

/** The canonical form of a record, worked out once: it is hashed, and then it is kept. */
export const textOfRecord = (record: OperationRecord): string => {
  const text = texts.get(record) ?? canonicalJson(record);
  texts.set(record, text);
  return text;
};

export const hashOf = (record: OperationRecord): string => sha256Hex(textOfRecord(record));

/**
 * A Pipe sends nothing when its enrichment makes more than ten events of a record: the record itself and nine others.
 */
const eventsMax = 9;

/** A command with more events than can be published is a bug, and nothing is written. */
export const assertPublishable = (events: readonly DomainEvent[]): void => {
  if (events.length > eventsMax) throw new Error(`${events.length} events in one record; the most is ${eventsMax}.`);
};

/** A journal entry balances per currency; one that does not is a bug, and nothing is written. */
export const assertBalanced = (postings: readonly Posting[]): void => {
  const sums = new Map<string, number>();
  for (const { amount, currency } of postings) {
    if (!Number.isSafeInteger(amount)) throw new Error(`Posting of ${amount} ${currency} is not a safe integer.`);
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  for (const [currency, sum] of sums) if (sum !== 0) throw new Error(`Postings miss zero by ${sum} ${currency}.`);
};
