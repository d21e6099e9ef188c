import type { Outcome } from '../../domain/shared/decision.ts';
import type { AnyEvent, ReadableKind, RootKind } from './aggregates.ts';
import type { AnswerSeal } from './answer-seal.ts';
import { changeOf } from './change.ts';
import type { Instant } from './clock.ts';
import type { Actor } from './record.ts';
import { raise } from './signals.ts';
import type { Change, Commit, Store, StoredAnswer } from './store.ts';
import {
  type After,
  byKind,
  type Loaded,
  listOf,
  loadUnit,
  type Outcomes,
  rootIn,
  rootsIn,
  statesOf,
  type Unit,
  type Wanted,
} from './unit.ts';

/** What a commit may carry beside its outcomes. */
export type CommitExtra = {
  /** The wrapped key of the person whom this command registers. */
  readonly wrappedKey?: string;
  /** A tenant that this command makes beside its own, with its wrapped derivation secret. */
  readonly founds?: { readonly tenant: string; readonly wrapped: string };
  /** A loaded aggregate that is not written, but must be as it was read, there or absent, when others are written. */
  readonly unchanged?: RootKind;
};

/** One attempt at one command, and everything its record will say of who, when and from where. */
export type Command = {
  readonly tenant: string;
  readonly operation: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** Tells this call from every other, even one that repeats its request id. */
  readonly callId: string;
  readonly from?: string | undefined;
  readonly causedBy?: string | undefined;
  /** Where the answer is kept, and the keyed hash of what was asked; undefined for entries that only read. */
  readonly key:
    | { readonly answerKey: string; readonly fingerprint: string; readonly seal?: AnswerSeal | undefined }
    | undefined;
  /** The wrapped derivation secret of the tenant that the command makes. */
  readonly founding?: string | undefined;
  readonly now: Instant;
  readonly wall: Instant;
  /** The kind of the object that the endpoint is about, whose version its answers carry. */
  readonly object?: ReadableKind | undefined;
  /** The versions that the caller is willing to change; any if absent. */
  readonly ifMatch?: readonly string[] | undefined;
};

export type Reply = {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  /** The version of the object that the answer shows, as an entity tag. */
  readonly etag?: string;
};

/** Same key and same request: the answer that stands. Same key and anything else: refused (design §4). */
export const settle = (command: Pick<Command, 'key'>, answer: StoredAnswer): never =>
  answer.fingerprint === command.key?.fingerprint
    ? raise({ signal: 'answered', answer: command.key.seal?.open(answer) ?? answer })
    : raise({ signal: 'key-reused' });

const etagOf = (seq: number | undefined): Pick<Reply, 'etag'> =>
  seq === undefined || seq === 0 ? {} : { etag: `"${seq}"` };

/** The sequence number of the object that the endpoint is about; 0 where it does not exist. */
const versionIn = (unit: Unit, object: ReadableKind | undefined): number | undefined => {
  if (object === undefined) return undefined;
  return object === 'claim' ? unit.result.claims[0]?.seq : rootsIn(unit, object)[0]?.seq;
};

/** The same after a commit. A claim shares the sequence of its policy. */
const versionAfter = (changes: readonly Change[], object: ReadableKind | undefined): number | undefined =>
  changes.find(({ kind }) => kind === (object === 'claim' ? 'policy' : object))?.record.seq;

const unchangedIn = (unit: Unit, kind: RootKind): Commit['unchanged'][number] => {
  const { id, seq } = rootIn(unit, kind);
  return { kind, id, seq };
};

/** What is written or looked at beside the states: the key of a new person, and what must be as it was read. */
const besideOf = (unit: Unit, outcomes: Outcomes, { wrappedKey, unchanged }: CommitExtra) => {
  const customerId = outcomes.customer === undefined ? undefined : rootIn(unit, 'customer').id;
  return {
    vaults: wrappedKey === undefined || customerId === undefined ? [] : [{ customerId, wrappedKey }],
    unchanged: unchanged === undefined ? [] : [unchangedIn(unit, unchanged)],
  };
};

const holdsOf = (unit: Unit, outcomes: Outcomes, field: 'holds' | 'releases') =>
  Object.entries(outcomes).flatMap(([kind, some]) =>
    listOf(some).flatMap((outcome, at) =>
      (outcome[field] ?? []).map((hash) => ({ hash, holder: rootIn(unit, kind, at).id })),
    ),
  );

const changesOf = (command: Command, unit: Unit, outcomes: Outcomes): readonly Change[] =>
  Object.entries(outcomes).flatMap(([kind, some]) =>
    listOf(some).map((outcome, at) =>
      changeOf(
        command,
        { kind: kind as RootKind, before: rootIn(unit, kind, at), claim: unit.result.claims[0] },
        outcome,
      ),
    ),
  );

const changesNothing = ({ events, postings, holds = [], releases = [] }: Outcome<AnyEvent>): boolean =>
  events.length + postings.length + holds.length + releases.length === 0;

/** What stands already: every outcome is empty, so states, versions and records stay as they are. */
const isNothing = (outcomes: Outcomes): boolean =>
  Object.values(outcomes).every((some) => listOf(some).every(changesNothing));

/** The states as they were loaded, for an answer that changes none. */
const asLoaded = <O extends Outcomes>(outcomes: O, unit: Unit): After<O> =>
  byKind(outcomes, (kind) => rootsIn(unit, kind).map(({ state }) => state)) as unknown as After<O>;

const afterOf = <O extends Outcomes>(outcomes: O, changes: readonly Change[]): After<O> =>
  byKind(outcomes, (kind) =>
    changes.filter((change) => change.kind === kind).map(({ state }) => state),
  ) as unknown as After<O>;

/** A caller that changes what it has seen names the version that it saw; nobody else's change is lost that way. */
const assertMatches = ({ ifMatch }: Command, version: number | undefined): void => {
  if (ifMatch === undefined || version === undefined || version === 0 || ifMatch.includes('*')) return;
  const { etag = '' } = etagOf(version);
  if (!ifMatch.includes(etag)) raise({ signal: 'version-differs', etag });
};

/** Keeps an answer under its key where nothing is to be done: no record tells of nothing, and no version moves. */
const answerAlone = async (
  store: Store,
  command: Command,
  { answerKey, fingerprint, seal }: NonNullable<Command['key']>,
  reply: Reply,
): Promise<Reply> => {
  const answer = { ...reply, fingerprint, callId: command.callId };
  const result = await store.remember(command.tenant, answerKey, seal?.close(answer) ?? answer);
  if (result.status === 'answered') return settle(command, result.answer);
  return result.status === 'committed' ? answer : raise({ signal: result.status });
};

/**
 * Opens one command's unit of work: a single consistent read, then a single transaction of states, record and answer.
 * A key that has an answer ends the command at the read; a race or a lost reply is settled by what the key holds.
 */
export const openSession = (store: Store, command: Command) => {
  const { tenant, key, object } = command;
  let unit: Unit | undefined;
  let version: number | undefined;

  const load = async <W extends Wanted>(wanted: W, holds: readonly string[] = []): Promise<Loaded<W>> => {
    unit = await loadUnit(store, { tenant, ...(key !== undefined && { answerKey: key.answerKey }), holds }, wanted);
    if (unit.result.answer !== undefined && command.causedBy === undefined) settle(command, unit.result.answer);
    version = versionIn(unit, object) ?? version;
    assertMatches(command, version);
    return statesOf<W>(unit);
  };

  const commit = async <O extends Outcomes>(
    outcomes: O,
    reply: (after: After<O>) => Reply,
    extra: CommitExtra = {},
  ): Promise<Reply> => {
    if (unit === undefined || key === undefined) throw new Error('A command loads before it commits.');
    const loaded = unit;
    if (isNothing(outcomes)) {
      const answer = { ...reply(asLoaded(outcomes, loaded)), ...etagOf(versionIn(loaded, object)) };
      return answerAlone(store, command, key, answer);
    }
    const changes = changesOf(command, loaded, outcomes);
    const answer = {
      ...reply(afterOf(outcomes, changes)),
      ...etagOf(versionAfter(changes, object)),
      fingerprint: key.fingerprint,
      callId: command.callId,
    };
    const result = await store.commit({
      tenant,
      answerKey: key.answerKey,
      answer: key.seal?.close(answer) ?? answer,
      founding: extra.founds ?? (command.founding === undefined ? undefined : { tenant, wrapped: command.founding }),
      changes,
      ...besideOf(loaded, outcomes, extra),
      holds: holdsOf(loaded, outcomes, 'holds'),
      releases: holdsOf(loaded, outcomes, 'releases'),
    });
    unit = undefined;
    if (result.status === 'answered') return settle(command, result.answer);
    if (result.status !== 'committed') return raise({ signal: result.status });
    return answer;
  };

  return {
    load,
    commit,
    /** The endpoint's object, and its version as it was loaded last. */
    seen: (): { readonly kind: string; readonly id: string; readonly seq: number } => {
      const [id] = object === undefined || unit === undefined ? [] : listOf(unit.wanted[object]);
      if (object === undefined || id === undefined) throw new Error('A preview is of an object that was loaded.');
      return { kind: object, id, seq: version ?? 0 };
    },
    etag: (): string | undefined => etagOf(version).etag,
  };
};
