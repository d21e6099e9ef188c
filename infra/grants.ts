import type { Internal } from '../functions/_kit/contract.ts';
import { relatedKinds } from '../functions/_kit/relations.ts';
import { indexKeys, leadingKeys, type tableDefinition } from '../functions/_storage/keys.ts';
import type { Entry } from './groups.ts';

export type IndexName = (typeof tableDefinition.indexes)[number]['name'];

/** Leave to use some actions on partitions whose keys match, of the table or of one of its indexes. */
export type TableGrant = {
  readonly on: 'table' | IndexName;
  readonly actions: readonly string[];
  readonly keys: readonly string[];
};
type Right = { readonly on: TableGrant['on']; readonly action: string; readonly key: string };

const get = ['dynamodb:BatchGetItem', 'dynamodb:GetItem'];
const query = ['dynamodb:Query'];
const check = ['dynamodb:ConditionCheckItem'];
const put = [...check, 'dynamodb:PutItem'];
const take = ['dynamodb:DeleteItem'];

const rights = (actions: readonly string[], keys: readonly string[], on: Right['on'] = 'table'): readonly Right[] =>
  actions.flatMap((action) => keys.map((key) => ({ on, action, key })));

const rootsOf = (kinds: readonly string[]): readonly string[] => kinds.map(leadingKeys.root);

/**
 * A command reads and writes the answer of its key, may ask that what it found absent still is, and moves the due item
 * that its state decides (design §4).
 */
const commandRights = ({ reads, writes }: Entry): readonly Right[] =>
  writes.length === 0
    ? []
    : [
        ...rights(get, [leadingKeys.answer]),
        ...rights(check, rootsOf(reads)),
        ...rights(put, [...rootsOf(writes), leadingKeys.answer, leadingKeys.due, leadingKeys.dueInSandbox]),
        ...rights(take, [leadingKeys.due, leadingKeys.dueInSandbox]),
        ...rights(check, [leadingKeys.clock]),
      ];

/** Whoever revokes says so where those who verify tokens look; whoever makes a tenant puts it among the others. */
const onboardingRights = (entry: Entry): readonly Right[] => [
  ...(entry.emits.some((type) => revoking.includes(type)) ? rights(put, [leadingKeys.revocations]) : []),
  ...(isFounding(entry) ? rights(put, [leadingKeys.tenant, leadingKeys.tenants]) : []),
];
const revoking: readonly string[] = ['credential.revoked', 'credential.secret-revoked', 'tenant.reset'];
const isFounding = (entry: Entry): boolean => 'founds' in entry && entry.founds !== undefined;

const uniqueRights = ({ unique, writes }: Entry): readonly Right[] =>
  unique === true ? rights([...get, ...(writes.length > 0 ? put : [])], [leadingKeys.one]) : [];

const listRights = ({ lists = [], reads }: Entry): readonly Right[] =>
  lists.flatMap((pattern) => {
    switch (pattern) {
      case 'byKind':
        return rights(query, reads.map(listingOf), 'listing');
      case 'byCustomer':
        return rights(query, relatedIn(reads).map(ofCustomer), 'listing');
      case 'byReference':
        return rights(query, relatedIn(reads).map(ofReference), 'reference');
      case 'queue':
        return rights(query, [leadingKeys.queue], 'queue');
      case 'history':
        return rights(query, rootsOf(reads));
      case 'head':
        return rights(get, [leadingKeys.head]);
      case 'checkpoint':
        return rights(get, [leadingKeys.feed]);
      case 'feed':
        return rights([...get, ...query], [leadingKeys.feed]);
      case 'events':
        return rights(query, [leadingKeys.feed]);
      case 'generation':
        return rights(['dynamodb:GetItem'], [leadingKeys.tenant]);
      case 'inbox':
        // It lies in storage of its own.
        return [];
      case 'deliveries':
        return [...rights(query, [deliveriesOf], 'listing'), ...rights(get, [leadingKeys.delivery])];
      case 'revoked':
        return rights(query, [leadingKeys.revocations]);
      default:
        return pattern satisfies never;
    }
  });

/** `T#*#LIST#policy#0`: a list shows the kinds that its entry reads. */
const listingOf = (kind: string): string => indexKeys.listing('*', kind, '*', '*').L;

const deliveriesOf = indexKeys.deliveries('*', 'whe_*', { createdAt: '*', id: '*' }).L;

/** `T#*#LIST#policy#cus_*` and `T#*#REF#policy#*`: of what its entry reads, what is found by whose it is. */
const relatedIn = (reads: readonly string[]) => relatedKinds.filter((kind) => reads.includes(kind));
const anywhere = { createdAt: '*', id: '*' };
const ofCustomer = (kind: string): string => indexKeys.ofCustomer('*', kind, 'cus_*', anywhere).L;
const ofReference = (kind: string): string => indexKeys.ofReference('*', kind, '*', anywhere).F;

const internalRights: Readonly<Record<Internal, readonly Right[]>> = {
  head: rights([...get, ...query, ...put], [leadingKeys.head]),
  feed: rights([...get, ...query, ...put], [leadingKeys.feed]),
  recorded: [...rights(query, [leadingKeys.recorded], 'recorded'), ...rights([...get, ...put], [leadingKeys.swept])],
  due: rights([...get, ...query, ...put, ...take], [leadingKeys.due, leadingKeys.dueInSandbox]),
  clock: rights([...get, ...put], [leadingKeys.clock]),
  tenants: rights([...get, ...query], [leadingKeys.tenants]),
  deliveries: [
    ...rights([...get, ...put], [leadingKeys.delivery]),
    ...rights([...put, ...take], [leadingKeys.due, leadingKeys.dueInSandbox]),
  ],
};

/** Entries without a token prove their tenant by what the tenant's own secret makes; so do ids, keys and lookups. */
const needsTenant = (entry: Entry): boolean =>
  isFounding(entry) || (!('caller' in entry && entry.caller === 'anyone') && touchesTenant(entry));

const touchesTenant = (entry: Entry): boolean =>
  entry.reads.length + entry.writes.length + (entry.lists?.length ?? 0) > 0 ||
  'on' in entry ||
  ('caller' in entry && (entry.caller === 'public' || entry.caller === 'provider'));

const rightsOf = (entry: Entry): readonly Right[] => [
  ...rights(needsTenant(entry) ? ['dynamodb:GetItem'] : [], [leadingKeys.tenant, leadingKeys.clock]),
  ...rights(get, rootsOf(entry.reads)),
  ...commandRights(entry),
  ...uniqueRights(entry),
  ...onboardingRights(entry),
  ...listRights(entry),
  ...(entry.internals ?? []).flatMap((internal) => internalRights[internal]),
];

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();

/** What entries that share a function may do with the table: the union of their contracts, and nothing besides. */
export const tableGrantsOf = (entries: readonly Entry[]): readonly TableGrant[] => {
  const byAction = Object.values(Object.groupBy(entries.flatMap(rightsOf), ({ on, action }) => `${on} ${action}`));
  const grants = byAction.flatMap((some = []) =>
    some.slice(0, 1).map(({ on, action }) => ({ on, action, keys: sorted(some.map(({ key }) => key)) })),
  );
  // Actions on the same keys stand together, so that a policy can be read.
  return Object.values(Object.groupBy(grants, ({ on, keys }) => `${on} ${keys.join()}`)).flatMap((some = []) =>
    some.slice(0, 1).map(({ on, keys }) => ({ on, keys, actions: sorted(some.map(({ action }) => action)) })),
  );
};

/** What a function may do with the key that wraps all others: open what it reads; wrap a new person's or tenant's. */
export const masterKeyActionsOf = (entries: readonly Entry[]): readonly string[] => [
  ...(entries.some(needsTenant) ? ['kms:Decrypt'] : []),
  ...(entries.some((entry) => entry.writes.includes('customer') || isFounding(entry)) ? ['kms:Encrypt'] : []),
];

export const usesOf = (entries: readonly Entry[]) => [...new Set(entries.flatMap(({ uses }) => uses))].toSorted();
