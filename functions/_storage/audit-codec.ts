import type { FeedEnd } from '../../domain/audit/feed-entry.ts';
import type { AuditedHead, CheckpointMark, FeedEntry } from '../_kit/store.ts';
import { bytesOf, type Item } from './codec.ts';
import { seqOf } from './keys.ts';

/**
 * How heads, feed entries and the checkpoint's mark lie in the table. Hashes are bytes: half of what hex would cost.
 */
const hashBytes = (hash: string): Uint8Array => Buffer.from(hash, 'hex');
const hashText = (value: unknown): string => Buffer.from(bytesOf(value)).toString('hex');

export const headItem = ({ aggregate, seq, hash, position }: AuditedHead): Item => {
  if (hash === null) throw new Error('A head that moved has a hash.');
  return { k: aggregate, v: seq, h: hashBytes(hash), p: position };
};

export const readHead = (
  item: Item | undefined,
  { aggregate, id }: Pick<AuditedHead, 'aggregate' | 'id'>,
): AuditedHead =>
  item === undefined
    ? { aggregate, id, seq: 0, hash: null, position: 0 }
    : {
        aggregate: String(item['k']),
        id,
        seq: Number(item['v']),
        hash: hashText(item['h']),
        position: Number(item['p'] ?? 0),
      };

export const feedItem = (entry: FeedEntry): Item => ({
  k: entry.aggregate,
  i: entry.id,
  v: entry.seq,
  h: hashBytes(entry.hash),
  t: [...entry.types],
  at: entry.recordedAt,
  // Most records move nothing that a partner owes.
  ...(entry.currency !== '' && { d: entry.dueFromPartner, c: entry.currency }),
  ...(entry.debtAt !== undefined && { l: entry.debtAt }),
});

const debtIn = ({ l }: Item) => (l === undefined ? {} : { debtAt: Number(l) });

export const readFeedEntry = (item: Item): FeedEntry => ({
  position: seqOf(String(item['sk'])),
  aggregate: String(item['k']),
  id: String(item['i']),
  seq: Number(item['v']),
  hash: hashText(item['h']),
  types: Array.isArray(item['t']) ? item['t'].map(String) : [],
  dueFromPartner: Number(item['d'] ?? 0),
  currency: String(item['c'] ?? ''),
  ...debtIn(item),
  recordedAt: String(item['at']),
});

export const endItem = ({ position, debtAt }: FeedEnd): Item => ({
  n: position,
  ...(debtAt !== undefined && { l: debtAt }),
});

export const readEnd = (item: Item | undefined): FeedEnd =>
  item === undefined ? { position: 0, debtAt: 0 } : { position: Number(item['n']), debtAt: debtIn(item).debtAt };

export const markItem = ({ number, hash, feedEnd }: CheckpointMark): Item => ({
  n: number,
  h: hashBytes(hash),
  f: feedEnd,
});

export const readMark = (item: Item | undefined): CheckpointMark | undefined =>
  item === undefined ? undefined : { number: Number(item['n']), hash: hashText(item['h']), feedEnd: Number(item['f']) };
