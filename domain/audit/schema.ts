import * as z from 'zod';
import { CurrencyCode, type Fact, Instant, idOf } from '../shared/schema.ts';
import { kinds } from './object-of.ts';

const { clm: _inItsPolicy, ...rootPrefixes } = kinds;
const roots = Object.keys(rootPrefixes).join('|');

/** Any id whose history can be asked for. A claim's holds its policy's 26 characters and its own number. */
export const ObjectId = z
  .string()
  .regex(new RegExp(`^((${roots})_[0-9a-hjkmnp-tv-z]{26}|clm_[0-9a-hjkmnp-tv-z]{26}\\d{3})$`))
  .meta({
    description:
      'A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, ' +
      'notification, webhook endpoint or the checkpoints; new kinds join.',
    'x-may-grow': true,
  });

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 in hex of the record as RFC 8785 canonical JSON.' });

const Seq = z.int().min(0).meta({ description: 'Number of the record in its aggregate, from 1 without gaps.' });

const ActorView = z
  .strictObject({
    kind: z.enum(['partner', 'person', 'provider', 'public', 'system']).meta({ description: 'What acted.' }),
    id: z.string().meta({ description: 'Which credential, person or entry.' }),
  })
  .meta({ description: 'Who acted.' });

const EventView = z
  .strictObject({
    type: z.string().meta({ description: 'What happened.', example: 'policy.bound' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'All that the event fixed.' }),
  })
  .meta({ description: 'A fact of the past.' });

const PostingView = z
  .strictObject({
    account: z.string().meta({ description: 'The account.', example: 'receivable' }),
    amount: z.int().meta({ description: 'Minor units; positive is a debit.' }),
    currency: CurrencyCode,
  })
  .meta({ description: 'One leg of a journal entry.' });

const told = {
  seq: Seq,
  recordedAt: Instant,
  businessAt: Instant,
  operation: z.string().meta({ description: 'The command.', example: 'bindPolicy' }),
  actor: ActorView,
  requestId: z.string().meta({ description: 'The request that caused it.' }),
  causedBy: z.string().optional().meta({ description: 'The event after which the platform acted by itself.' }),
  events: z.array(EventView).meta({ description: 'What happened, in order.' }),
  postings: z.array(PostingView).meta({ description: 'The money it moved; sums to zero per currency.' }),
  prev: Hash.nullable().meta({ description: 'Hash of the record before; null for the first.' }),
};

/** A record as the table keeps it: what is hashed, whole. */
export const Recorded = z
  .strictObject({
    v: z.literal(1).meta({ description: 'Form of the record.' }),
    tenant: z.string().meta({ description: 'Whose record it is.' }),
    aggregate: z
      .enum(Object.values(rootPrefixes))
      .meta({ description: 'Kind of the aggregate; new kinds join.', 'x-may-grow': true }),
    id: z
      .string()
      .regex(new RegExp(`^(${roots})_[0-9a-hjkmnp-tv-z]{26}$`))
      .meta({
        description: 'Which aggregate; new kinds join.',
        example: 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b',
        'x-may-grow': true,
      }),
    from: z.string().optional().meta({ description: 'Network address of the caller.' }),
    ...told,
  })
  .meta({ id: 'OperationRecord', description: 'The evidence of one command, as it is hashed.' });

/** What the bus carries of each record: the record, and the hash that was stored with it. */
export const RecordedOperation = z.strictObject({ record: Recorded, hash: Hash });

export const HistoryEntry = z
  .strictObject({ ...told, hash: Hash })
  .meta({ id: 'HistoryEntry', description: 'One operation in the history of an object.' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const History = z
  .strictObject({
    items: z.array(HistoryEntry).meta({ description: 'Operations, first to last.' }),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'History', description: 'A page of the history of an object.' });

const HeadView = z.strictObject({ seq: Seq, hash: Hash.nullable() });

const Path = z
  .array(Hash)
  .meta({ description: 'Hashes of the tree, in hex, from the leaf up; at most one for each row.' });

export const Statement = z.string().meta({
  description: 'JWS (ES256, type `checkpoint+jwt`) over the checkpoint as canonical JSON, by a key of the JWKS.',
});
const statement = Statement;

const Inclusion = z
  .strictObject({
    leafIndex: z.int().min(0).meta({ description: 'The place of the record in the tree, from 0.' }),
    treeSize: z.int().min(1).meta({ description: 'How many leaves the tree has; `feedEnd` of the checkpoint.' }),
    path: Path,
    statement,
  })
  .meta({
    description:
      'RFC 6962 inclusion proof of the audited head under the newest signed checkpoint. The leaf is the canonical ' +
      'JSON of `[aggregate, id, seq, hash]`. Absent until a checkpoint covers the audited head: ten minutes at most.',
  });

export const Proof = z
  .strictObject({
    objectId: ObjectId,
    aggregate: z
      .strictObject({ kind: z.string(), id: z.string() })
      .meta({ description: 'The aggregate whose chain tells about the object; for a claim, its policy.' }),
    records: z
      .array(z.strictObject({ record: Recorded, hash: Hash }))
      .meta({ description: 'Every record of the chain, first to last.' }),
    head: HeadView.meta({ description: 'The last record.' }),
    auditedHead: HeadView.meta({ description: 'The last record that the audit has archived.' }),
    statement: z.string().meta({ description: 'JWS (ES256) over `{objectId, seq, hash, at}`, by a key of the JWKS.' }),
    inclusion: Inclusion.optional(),
  })
  .meta({ id: 'HistoryProof', description: 'All that is needed to verify the history of an object offline.' });
export type Proof = z.infer<typeof Proof>;

/** What the statement of a proof says. */
export const ProofStatement = z.strictObject({ objectId: ObjectId, seq: Seq, hash: Hash, at: Instant });

/** What a signed checkpoint says of one tenant: the root of the Merkle tree over the whole feed up to its end. */
export const Checkpoint = z
  .strictObject({
    v: z.literal(2).meta({ description: 'Form of the checkpoint.' }),
    tenant: z.string().meta({ description: 'Whose feed it is.' }),
    number: z.int().min(1).meta({ description: 'Number of the checkpoint, from 1 without gaps.' }),
    previous: Hash.nullable().meta({ description: 'SHA-256 in hex of the checkpoint before; null for the first.' }),
    at: Instant,
    feedEnd: z.int().min(1).meta({ description: 'How much of the feed it covers; the size of the tree.' }),
    root: Hash.meta({ description: 'Root of the RFC 6962 Merkle tree (SHA-256) over that much of the feed, in hex.' }),
  })
  .meta({ id: 'Checkpoint', description: 'What the platform signed of a tenant’s history.' });
export type Checkpoint = z.infer<typeof Checkpoint>;

export const CheckpointId = idOf('chk', 'The checkpoints of a tenant, of which each tenant has one chain.');

/** What the platform has told of a tenant's checkpoints: the last one. */
export const SignedCheckpoints = z.strictObject({
  checkpointId: CheckpointId,
  ...Checkpoint.pick({ number: true, at: true, feedEnd: true, root: true }).shape,
});
export type SignedCheckpoints = Fact<z.infer<typeof SignedCheckpoints>>;

export const CheckpointName = z
  .string()
  .regex(/^(latest|[1-9]\d{0,9})$/)
  .meta({ description: 'A checkpoint by its number, or `latest`.', example: 'latest' });

const Consistency = z
  .strictObject({
    since: Checkpoint.meta({ description: 'The older checkpoint.' }),
    statement,
    path: Path.meta({ description: 'RFC 6962 consistency proof; empty between a tree and itself.' }),
  })
  .meta({ description: 'Proof that the tree of the older checkpoint begins this one: nothing in it was rewritten.' });

export const SignedCheckpoint = z
  .strictObject({ checkpoint: Checkpoint, statement, consistency: Consistency.optional() })
  .meta({ id: 'SignedCheckpoint', description: 'A checkpoint and its signature. Who keeps it is a witness.' });
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>;

/** A checkpoint as it lies in the archive. */
export const ArchivedCheckpoint = z.strictObject({ statement: z.string() });

/** The hashes of a tile as they lie in the archive, left to right. */
export const TileHashes = z.array(Hash).min(1).max(256);
