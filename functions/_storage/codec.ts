import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fixedBy, type RootKind } from '../_kit/aggregates.ts';
import { type OperationRecord, textOfRecord } from '../_kit/record.ts';
import { raise } from '../_kit/signals.ts';
import type { RootRef, StoredAnswer, StoredRecord, StoredRoot } from '../_kit/store.ts';
import { dictionary } from './dictionary.ts';

/** How a text becomes the bytes of an item, and a text again. */
export type Compression = { squeeze(text: string): Uint8Array; expand(bytes: Uint8Array): string };

/** Stands before bytes that need the dictionary. Deflate knows no such type of block, so no others begin like this. */
const withDictionary = 0x07;

/**
 * Items cost double per kilobyte inside a transaction, so what is only read back whole is deflated, by a dictionary of
 * what all of them say. What was deflated before there was one is read as it is.
 */
export const deflate: Compression = {
  squeeze: (text) => Buffer.concat([Uint8Array.of(withDictionary), deflateRawSync(text, { level: 9, dictionary })]),
  expand: (bytes) =>
    (bytes[0] === withDictionary ? inflateRawSync(bytes.subarray(1), { dictionary }) : inflateRawSync(bytes)).toString(
      'utf8',
    ),
};

export type Item = Readonly<Record<string, unknown>>;

export const bytesOf = (value: unknown): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  throw new Error('A stored item lacks its bytes.');
};
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const answerItem = (answer: StoredAnswer, { squeeze } = deflate): Item => ({
  f: answer.fingerprint,
  c: answer.status,
  b: squeeze(answer.body),
  ...(answer.contentType !== 'application/json' && { t: answer.contentType }),
  ...(answer.etag !== undefined && { e: answer.etag }),
  r: answer.callId,
});

export const readAnswer = (item: Item | undefined, { expand } = deflate): StoredAnswer | undefined =>
  item === undefined
    ? undefined
    : {
        fingerprint: String(item['f']),
        status: Number(item['c']),
        body: expand(bytesOf(item['b'])),
        contentType: textOf(item['t']) ?? 'application/json',
        ...(typeof item['e'] === 'string' && { etag: item['e'] }),
        callId: String(item['r']),
      };

export const recordItem = (record: OperationRecord, hash: string, { squeeze } = deflate): Item => ({
  h: Buffer.from(hash, 'hex'),
  z: squeeze(textOfRecord(record)),
});

export const readRecord = (item: Item, { expand } = deflate): StoredRecord => ({
  record: JSON.parse(expand(bytesOf(item['z']))) as OperationRecord,
  hash: Buffer.from(bytesOf(item['h'])).toString('hex'),
});

/** A state without what its first record fixes, and without absent fields. */
export const stateAttributes = (kind: string, state: unknown): unknown => {
  const plain = JSON.parse(JSON.stringify(state)) as Record<string, unknown>;
  const fixed = fixedBy[kind as RootKind];
  if (fixed === undefined) return plain;
  const { [fixed.field]: _fixed, ...changing } = plain;
  return changing;
};

const fixedTerms = (kind: string, first: Item | undefined, compression: Compression): Record<string, unknown> => {
  const fixed = fixedBy[kind as RootKind];
  if (fixed === undefined) return {};
  // A read of several items is no snapshot: a state that was seen before its first record is read again.
  if (first === undefined) return raise({ signal: 'raced' });
  const event = readRecord(first, compression).record.events.find(({ type }) => type === fixed.event);
  return { [fixed.field]: (event?.data as Record<string, unknown> | undefined)?.[fixed.field] };
};

/** An aggregate as loaded: absent ones have sequence 0, so that their first record is number 1. */
export const readRoot = (
  { kind, id }: RootRef,
  item: Item | undefined,
  first: Item | undefined,
  compression = deflate,
): StoredRoot => {
  if (item === undefined)
    return { id, seq: 0, head: null, recordedAt: undefined, createdAt: undefined, state: undefined, due: undefined };
  return {
    id,
    seq: Number(item['v']),
    head: Buffer.from(bytesOf(item['h'])).toString('hex'),
    recordedAt: textOf(item['at']),
    createdAt: textOf(item['ca']),
    state: { ...(item['s'] as object), ...fixedTerms(kind, first, compression) },
    due: textOf(item['due']),
  };
};
