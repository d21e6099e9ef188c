import { createHash } from 'node:crypto';
import { base32 } from '../../functions/_kit/crypto.ts';
import { hashOf, type OperationRecord } from '../../functions/_kit/record.ts';
import type { StoredRecord } from '../../functions/_kit/store.ts';

export type Chain = readonly StoredRecord[];
/** What a copy has of its own: its number, when its first record was made, and whose it is. */
export type Own = { readonly number: number; readonly at: string; readonly customerId?: string };

/** The part of an id that tells things apart, as a copy with a number has it. */
export const coreOf = (core: string, number: number): string =>
  base32(createHash('sha256').update(`${core} ${number}`).digest().subarray(0, 16));

const ids = /\b([a-z]{3})_([0-9a-z]{26})/g;
const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const references = /"reference":"[^"]*"/g;

const copiedText = (text: string, byMs: number, { number, customerId }: Own): string =>
  text
    .replace(ids, (_all, kind: string, core: string) =>
      kind === 'cus' && customerId !== undefined ? customerId : `${kind}_${coreOf(core, number)}`,
    )
    .replace(instants, (instant) => new Date(Date.parse(instant) + byMs).toISOString())
    .replace(references, () => `"reference":"SO-${String(number).padStart(8, '0')}"`);

/**
 * The records of something that happened, as they would be had the same happened to somebody else at another time: with
 * ids of their own, all times moved alike, and chained by their own hashes.
 */
export const cloneChain = (chain: Chain, own: Own): Chain => {
  const byMs = Date.parse(own.at) - Date.parse(chain[0]?.record.recordedAt ?? own.at);
  let prev: string | null = null;
  return chain.map(({ record: { prev: _prev, ...record } }) => {
    const copy = JSON.parse(copiedText(JSON.stringify(record), byMs, own)) as Omit<OperationRecord, 'prev'>;
    const stored = { ...copy, prev };
    prev = hashOf(stored);
    return { record: stored, hash: prev };
  });
};
