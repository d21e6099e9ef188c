import { isSandbox } from '../_kit/sandbox.ts';

/**
 * The only source of keys. Every key begins with its tenant, except the minute buckets, which the platform's own
 * clockwork reads for all tenants at once. No segment ever contains `#`, so one key can never be read as another.
 */
export type Key = { readonly pk: string; readonly sk: string };

const segment = (text: string): string => {
  if (text === '' || text.includes('#')) throw new Error(`"${text}" cannot stand in a key.`);
  return text;
};

const prefixes = {
  policy: 'POL',
  customer: 'CUS',
  unmatched: 'UNM',
  alert: 'ALR',
  statement: 'STM',
  basket: 'BSK',
  tenant: 'TNT',
  credential: 'CRD',
  clock: 'CLK',
  notification: 'NTF',
  checkpoint: 'CHK',
  endpoint: 'WHE',
} as const;
export type StoredKind = keyof typeof prefixes;

const isStoredKind = (kind: string): kind is StoredKind => kind in prefixes;
const prefixOf = (kind: string): string => {
  if (!isStoredKind(kind)) throw new Error(`No keys are defined for ${kind}.`);
  return prefixes[kind];
};

const tenantPk = (tenant: string, ...segments: readonly string[]): string =>
  ['T', tenant, ...segments].map(segment).join('#');

/** Sequence numbers and feed positions are padded, so that text order is number order. */
const padded = (number: number): string => String(number).padStart(10, '0');

const rootPk = (tenant: string, kind: string, id: string): string => tenantPk(tenant, prefixOf(kind), id);

/** `2026-11-23T08:00:12.345Z` → `2026-11-23T08:00`. */
export const minuteOf = (instant: string): string => instant.slice(0, 16);

/** Where wake-ups lie: those of a minute, and those of a sandbox. */
export const dueIn = (minute: string): string => ['DUE', segment(minute), '0'].join('#');
export const dueOf = (tenant: string): string => tenantPk(tenant, 'DUE');

/** `clm_<26><nnn>` lives in the partition of `pol_<26>`. */
const claimPolicy = (claimId: string): string => `pol_${claimId.slice(4, 30)}`;
const claimNumber = (claimId: string): string => claimId.slice(30);

export const keys = {
  state: (tenant: string, kind: string, id: string): Key => ({ pk: rootPk(tenant, kind, id), sk: 'STATE' }),
  record: (tenant: string, kind: string, id: string, seq: number): Key => ({
    pk: rootPk(tenant, kind, id),
    sk: `OP#${padded(seq)}`,
  }),
  claim: (tenant: string, claimId: string): Key => ({
    pk: rootPk(tenant, 'policy', claimPolicy(claimId)),
    sk: `CLM#${segment(claimNumber(claimId))}`,
  }),
  vault: (tenant: string, customerId: string): Key => ({ pk: rootPk(tenant, 'customer', customerId), sk: 'VAULT' }),
  answer: (tenant: string, hash: string): Key => ({ pk: tenantPk(tenant, 'KEY', hash), sk: 'KEY' }),
  one: (tenant: string, hash: string): Key => ({ pk: tenantPk(tenant, 'ONE', hash), sk: 'ONE' }),
  /** The delivery of one event to one endpoint: a log beside the records, which is no aggregate. */
  delivery: (tenant: string, id: string): Key => ({ pk: tenantPk(tenant, 'DLV', id), sk: 'DELIVERY' }),
  tenant: (tenant: string): Key => ({ pk: tenantPk(tenant, 'TEN'), sk: 'VAULT' }),
  /** In which generation a sandbox lives, where it was reset. */
  generation: (tenant: string): Key => ({ pk: tenantPk(tenant, 'TEN'), sk: 'GENERATION' }),
  feed: (tenant: string, position: number): Key => ({
    pk: tenantPk(tenant, 'FEED', '0'),
    sk: `AT#${padded(position)}`,
  }),
  feedEnd: (tenant: string): Key => ({ pk: tenantPk(tenant, 'FEED', '0'), sk: 'END' }),
  /** How far the signed checkpoints of a tenant have come. */
  checkpoint: (tenant: string): Key => ({ pk: tenantPk(tenant, 'FEED', '0'), sk: 'CHECKPOINT' }),
  /** One item per aggregate, so that the heads of one tenant can be read in order for a checkpoint. */
  head: (tenant: string, aggregateId: string): Key => ({ pk: tenantPk(tenant, 'HEAD'), sk: segment(aggregateId) }),
  /** Live tenants share minutes; a sandbox, whose time is its own, has one ordered partition (design §8). */
  due: (at: string, tenant: string, id: string): Key => ({
    pk: isSandbox(tenant) ? dueOf(tenant) : dueIn(minuteOf(at)),
    sk: [at, tenant, id].map(segment).join('#'),
  }),
  /** How far a sandbox has moved its clock. */
  clock: (tenant: string): Key => ({ pk: tenantPk(tenant, 'CLOCK'), sk: 'NOW' }),
  watermark: (): Key => ({ pk: 'DUE#MARK', sk: 'MARK' }),
  /** How far the sweep has come through the minutes of records. */
  swept: (): Key => ({ pk: 'REC#MARK', sk: 'MARK' }),
  /** What was revoked, of all tenants in one partition: everybody who verifies tokens reads the newest of it. */
  revocation: (at: string, id: string): Key => ({ pk: 'REVOKED', sk: [at, id].map(segment).join('#') }),
  /** One entry per tenant, in one partition: the clockwork goes through all of them. */
  tenants: (tenant: string): Key => ({ pk: 'TENANTS', sk: segment(tenant) }),
} as const;

type Created = { readonly createdAt: string; readonly id: string };
/** A list is in the order of creation, whatever narrows it. */
const inOrder = ({ createdAt, id }: Created): string => `${segment(createdAt)}#${segment(id)}`;

/** Index keys are immutable but for the work queue's, which an item leaves when its work is done. */
export const indexKeys = {
  listing: (tenant: string, kind: string, createdAt: string, id: string) => ({
    L: tenantPk(tenant, 'LIST', kind, '0'),
    LS: inOrder({ createdAt, id }),
  }),
  ofCustomer: (tenant: string, kind: string, customerId: string, created: Created) => ({
    L: tenantPk(tenant, 'LIST', kind, customerId),
    LS: inOrder(created),
  }),
  /** What a partner's own number names, which may be several. */
  ofReference: (tenant: string, kind: string, reference: string, created: Created) => ({
    F: tenantPk(tenant, 'REF', kind, reference),
    LS: inOrder(created),
  }),
  deliveries: (tenant: string, endpointId: string, created: Created) => ({
    L: tenantPk(tenant, 'LIST', 'delivery', endpointId),
    LS: inOrder(created),
  }),
  queue: (tenant: string, name: string, at: string, id: string) => ({
    Q: tenantPk(tenant, 'QUEUE', name),
    QS: `${segment(at)}#${segment(id)}`,
  }),
  recorded: (at: string, id: string, seq: number) => ({
    R: `REC#${minuteOf(at)}#0`,
    RS: `${at}#${segment(id)}#${padded(seq)}`,
  }),
} as const;

export const seqOf = (sk: string): number => Number(sk.slice(sk.lastIndexOf('#') + 1));

/** Which aggregate or claim a state item belongs to, read back from its key. */
export const kindAndId = ({ pk, sk }: Key): { readonly kind: string; readonly id: string } => {
  const [, , prefix = '', id = ''] = pk.split('#');
  if (sk.startsWith('CLM#')) return { kind: 'claim', id: `clm_${id.slice(4)}${sk.slice(4)}` };
  const kind = Object.entries(prefixes).find(([, one]) => one === prefix)?.[0];
  if (kind === undefined) throw new Error(`No kind has the prefix ${prefix}.`);
  return { kind, id };
};

/** Whose item it is, read back from its key. */
export const tenantOf = ({ pk }: Key): string => segment(pk.split('#')[1] ?? '');

export const isRecordKey = ({ sk }: Key): boolean => sk.startsWith('OP#');

/**
 * Partition patterns for `dynamodb:LeadingKeys`, by what a contract names. Sort keys cannot be named in IAM, so the
 * aggregate's partition is the unit; a claim and its policy share one.
 */
export const leadingKeys = {
  root: (kind: string): string =>
    `T#*#${prefixOf(kind === 'claim' ? 'policy' : kind === 'vault' ? 'customer' : kind)}#*`,
  answer: 'T#*#KEY#*',
  one: 'T#*#ONE#*',
  delivery: 'T#*#DLV#*',
  tenant: 'T#*#TEN',
  feed: 'T#*#FEED#*',
  head: 'T#*#HEAD',
  due: 'DUE#*',
  dueInSandbox: 'T#*#DUE',
  clock: 'T#*#CLOCK',
  listing: 'T#*#LIST#*',
  queue: 'T#*#QUEUE#*',
  recorded: 'REC#*',
  swept: 'REC#MARK',
  tenants: 'TENANTS',
  revocations: 'REVOKED',
} as const;

export const tableDefinition = {
  tableName: 'bindery',
  keys: { pk: 'pk', sk: 'sk' },
  indexes: [
    { name: 'listing', pk: 'L', sk: 'LS' },
    // Both lists of an object are in the order of its creation, so they share the sort key.
    { name: 'reference', pk: 'F', sk: 'LS' },
    { name: 'queue', pk: 'Q', sk: 'QS' },
    { name: 'recorded', pk: 'R', sk: 'RS' },
  ],
} as const;
