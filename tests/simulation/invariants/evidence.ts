import type { JSONWebKeySet } from 'jose';
import type { CheckpointEvent } from '../../../domain/audit/events.ts';
import { fold, foldClaim, isClaimEvent, type RootKind, type RootStates } from '../../../functions/_kit/aggregates.ts';
import { canonicalJson, hashOf } from '../../../functions/_kit/record.ts';
import { type Item, stateAttributes } from '../../../functions/_storage/codec.ts';
import { checkpointName, checkpointText, recordName, recordText } from '../../../functions/audit/evidence.ts';
import { leafOf } from '../../../functions/audit/read-tree.ts';
import { treeOver } from '../../../tools/verify/tree.ts';
import { type Book, type Chain, eventsOf, sumOf, unless } from '../book.ts';
import { tenants } from '../platform.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };
export type Published = JSONWebKeySet;

const linkViolations = ({ id, records, seq, head }: Chain): readonly string[] => [
  ...records.flatMap(({ record, hash }, at) => [
    ...unless(record.seq === at + 1, () => `${id} has record ${record.seq} at place ${at + 1}.`),
    ...unless(hashOf(record) === hash, () => `Record ${record.seq} of ${id} does not give its hash.`),
    ...unless(
      record.prev === (records[at - 1]?.hash ?? null),
      () => `Record ${record.seq} of ${id} names no predecessor.`,
    ),
    ...unless(
      at === 0 || record.recordedAt >= (records[at - 1]?.record.recordedAt ?? ''),
      () => `The times of ${id} run backward at record ${record.seq}.`,
    ),
  ]),
  ...unless(seq === records.length, () => `${id} stands at ${seq}, but has ${records.length} records.`),
  ...unless(head === records.at(-1)?.hash, () => `The head of ${id} is not its last record.`),
];

/** A1: every chain verifies, its head was audited, every record is in the archive, and in the feed exactly once. */
export const chainsVerify = ({ book, simulation }: Given): Check => {
  const heads = new Map(
    book.items.filter(({ pk }) => /#HEAD$/.test(String(pk))).map((item) => [`${item['pk']} ${item['sk']}`, item]),
  );
  const feed = book.items.filter(({ pk, sk }) => /#FEED#/.test(String(pk)) && String(sk).startsWith('AT#'));
  const inFeed = Map.groupBy(feed, (item) => `${item['pk']} ${item['i']} ${item['v']}`);
  const violations = book.chains.flatMap((chain) => {
    const { tenant, kind, id, records, seq } = chain;
    const audited = Number(heads.get(`T#${tenant}#HEAD ${id}`)?.['v'] ?? 0);
    return [
      ...linkViolations(chain),
      ...unless(audited === seq, () => `${id} is audited up to ${audited} of ${seq}.`),
      ...records.flatMap(({ record, hash }) => [
        ...unless(
          simulation.files.get(recordName(tenant, { kind, id }, record.seq)) === recordText({ record, hash }),
          () => `Record ${record.seq} of ${id} is not in the archive as it is in the table.`,
        ),
        ...unless(
          inFeed.get(`T#${tenant}#FEED#0 ${id} ${record.seq}`)?.length === 1,
          () => `Record ${record.seq} of ${id} is not in the feed once.`,
        ),
      ]),
    ];
  });
  const total = sumOf(book.chains.map(({ records }) => records.length));
  const gaps = unless(feed.length === total, () => `The feeds have ${feed.length} entries for ${total} records.`);
  return { invariant: 'A1', looked: total, violations: [...violations, ...gaps] };
};

const toldAsSigned = ({ book, simulation }: Given, tenant: string, last: number): readonly string[] => {
  const told = book.chains
    .filter((chain) => chain.tenant === tenant && chain.kind === 'checkpoint')
    .flatMap((chain) => eventsOf<CheckpointEvent['data']>(chain, 'checkpoint.signed'));
  return [
    ...unless(told.length === last, () => `Of ${last} checkpoints of ${tenant}, ${told.length} were told.`),
    ...told.flatMap(({ checkpoint: { number }, statement }, at) =>
      unless(
        number === at + 1 && simulation.files.get(checkpointName(tenant, number)) === checkpointText(statement),
        () => `Checkpoint ${at + 1} of ${tenant} was told as another one than was signed.`,
      ),
    ),
  ];
};

type Row = Parameters<typeof leafOf>[0];
const rowOf = (item: Item): Row => ({
  aggregate: String(item['k']),
  id: String(item['i']),
  seq: Number(item['v']),
  hash: Buffer.from(item['h'] as Uint8Array).toString('hex'),
});

/**
 * A1: the last checkpoint of each tenant signs the tree over all of its feed but the telling of it, recomputed from
 * nothing; and each checkpoint was told as an event, once, as it was signed.
 */
export const checkpointsSignTheFeed = ({ book, simulation }: Given): Check => {
  const violations = tenants.flatMap((tenant) => {
    const feed = book.items
      .filter(({ pk, sk }) => pk === `T#${tenant}#FEED#0` && String(sk).startsWith('AT#'))
      .toSorted((a, b) => String(a['sk']).localeCompare(String(b['sk'])));
    const mark = book.items.find(({ pk, sk }) => pk === `T#${tenant}#FEED#0` && sk === 'CHECKPOINT');
    if (feed.length === 0) return [];
    const { statement = '' } = JSON.parse(simulation.files.get(checkpointName(tenant, Number(mark?.['n']))) ?? '{}');
    const signed = JSON.parse(Buffer.from(String(statement).split('.')[1] ?? 'e30', 'base64url').toString());
    const root = treeOver(feed.map((item) => leafOf(rowOf(item)))).rootAt(signed.feedEnd);
    const unsigned = feed.slice(signed.feedEnd).map((item) => rowOf(item).aggregate);
    return [
      ...unless(
        signed.root === root && unsigned.length <= 2 && unsigned.every((kind) => kind === 'checkpoint'),
        () => `The last checkpoint of ${tenant} signs ${signed.feedEnd} entries of ${feed.length}, or another tree.`,
      ),
      ...toldAsSigned({ book, simulation }, tenant, Number(mark?.['n'])),
    ];
  });
  return { invariant: 'A1', looked: tenants.length, violations };
};

/** Values by which a leak would be seen, in any writing of theirs. */
const canaries = ['王小明', 'CANARY', '+86138001', '@example.com', '3569380356'];
/** A whole secret in quotes, however they are escaped: its first letters alone come by chance in a ciphertext. */
const secret = /"bds_[\w-]{43}\\*"/;

/** A2: nothing personal stands anywhere but under the key of its person, and no secret of a credential at all. */
export const nothingPersonalLeaks = ({ book, simulation }: Given): Check => {
  const { files, inboxFiles, logged, bus } = simulation;
  const laidOpen = book.items.map((item) =>
    JSON.stringify(item, (_name, value) =>
      value?.type === 'Buffer' || value instanceof Uint8Array
        ? Buffer.from(value.data ?? value).toString('utf8')
        : value,
    ),
  );
  const places = {
    table: laidOpen,
    archive: [...files.values()],
    inbox: [...inboxFiles.values()].map(({ text }) => text),
    log: logged,
    events: [JSON.stringify(bus.published)],
  };
  const violations = Object.entries(places).flatMap(([place, texts]) =>
    canaries.flatMap((canary) =>
      unless(!texts.some((text) => text.includes(canary)), () => `"${canary}" stands in the clear in the ${place}.`),
    ),
  );
  const secrets = Object.entries(places).flatMap(([place, texts]) =>
    unless(!texts.some((text) => secret.test(text)), () => `The secret of a credential stands in the ${place}.`),
  );
  return { invariant: 'A2', looked: laidOpen.length, violations: [...violations, ...secrets] };
};

type ArchivedRecord = { readonly record: Chain['records'][number]['record'] };

const rebuilt = (kind: RootKind, archived: readonly ArchivedRecord[]): unknown =>
  archived.reduce<RootStates[RootKind] | undefined>((before, { record }) => fold(kind, before, record), undefined);

/** Records that cannot be folded at all rebuild nothing. */
const isRebuilt = (kind: string, rebuild: () => unknown, held: unknown): boolean => {
  const textOf = (state: unknown): string => canonicalJson(stateAttributes(kind, state));
  try {
    return textOf(rebuild()) === textOf(held);
  } catch {
    return false;
  }
};

/** O1: folded from the archive alone, every state and every claim is what the table holds. */
export const archiveRebuildsTheTable = ({ book, simulation }: Given): Check => {
  const violations = book.chains.flatMap(({ tenant, kind, id, state, seq, claims }) => {
    const archived = Array.from({ length: seq }, (_, at) => {
      const text = simulation.files.get(recordName(tenant, { kind, id }, at + 1));
      return text === undefined ? [] : [JSON.parse(text) as ArchivedRecord];
    }).flat();
    if (archived.length < seq) return [`The archive has ${archived.length} of the ${seq} records of ${id}.`];
    const told = archived.flatMap(({ record }) => record.events.filter(isClaimEvent));
    return [
      ...unless(
        isRebuilt(kind, () => rebuilt(kind as RootKind, archived), state),
        () => `${id} rebuilt from the archive is another one.`,
      ),
      ...claims.flatMap((claim) => {
        const own = told.filter(({ data }) => data.claimId === claim.claimId);
        return unless(
          isRebuilt('claim', () => foldClaim(undefined, own), claim),
          () => `${claim.claimId} rebuilt is another one.`,
        );
      }),
    ];
  });
  return { invariant: 'O1', looked: book.chains.length, violations };
};
