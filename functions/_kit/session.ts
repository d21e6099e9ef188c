import type { Outcome } from '../../domain/shared/decision.ts';
import type { AnyEvent, ReadableKind, ReadableStates, RootKind, RootStates } from './aggregates.ts';
import type { AnswerSeal } from './answer-seal.ts';
import { changeOf } from './change.ts';
import type { Instant } from './clock.ts';
import type { Actor } from './record.ts';
import { raise } from './signals.ts';
import type { Change, Commit, LoadResult, RootRef, Store, StoredAnswer, StoredRoot } from './store.ts';

/** What a commit may carry beside its outcomes. */
export type CommitExtra = {
  /** The wrapped key of the person whom this command registers. */
  readonly wrappedKey?: string;
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
};

export type Wanted = { readonly [K in ReadableKind]?: string };
export type Loaded<W extends Wanted> = { readonly [K in keyof W & ReadableKind]: ReadableStates[K] | undefined } & {
  /** Who holds each unique business key that was asked for, in the same order. */
  readonly holders: readonly (string | undefined)[];
};
export type Outcomes = { readonly [K in RootKind]?: Outcome<AnyEvent> };
export type After<O extends Outcomes> = { readonly [K in keyof O & RootKind]: RootStates[K] };
export type Reply = { readonly status: number; readonly body: string; readonly contentType: string };

type Unit = { readonly wanted: Wanted; readonly roots: readonly RootRef[]; readonly result: LoadResult };

const rootsOf = (wanted: Wanted): RootRef[] =>
  Object.entries(wanted).flatMap(([kind, id]) =>
    kind === 'claim' || kind === 'vault' || id === undefined ? [] : [{ kind, id }],
  );

const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Same key and same request: the answer that stands. Same key and anything else: refused (design §4). */
export const settle = (command: Pick<Command, 'key'>, answer: StoredAnswer): never =>
  answer.fingerprint === command.key?.fingerprint
    ? raise({ signal: 'answered', answer: command.key.seal?.open(answer) ?? answer })
    : raise({ signal: 'key-reused' });

const loadUnit = async (store: Store, command: Command, wanted: Wanted, holds: readonly string[]): Promise<Unit> => {
  const roots = rootsOf(wanted);
  const result = await store.load({
    tenant: command.tenant,
    ...(command.key !== undefined && { answerKey: command.key.answerKey }),
    roots,
    claims: listOf(wanted.claim),
    vaults: listOf(wanted.vault),
    holds,
  });
  return { wanted, roots, result };
};

const statesOf = ({ wanted, roots, result }: Unit): Record<string, unknown> => ({
  ...Object.fromEntries(roots.map(({ kind }, at) => [kind, result.roots[at]?.state])),
  ...('claim' in wanted && { claim: result.claims[0]?.state }),
  ...('vault' in wanted && { vault: result.vaults[0] }),
  holders: result.holders,
});

const rootOf = (unit: Unit, kind: string): StoredRoot => {
  const root = unit.result.roots[unit.roots.findIndex((one) => one.kind === kind)];
  if (root === undefined) throw new Error(`A command cannot write a ${kind} that it has not loaded.`);
  return root;
};

const unchangedIn = (unit: Unit, kind: RootKind): Commit['unchanged'][number] => {
  const { id, seq } = rootOf(unit, kind);
  return { kind, id, seq };
};

const holdsOf = (unit: Unit, outcomes: Outcomes, field: 'holds' | 'releases') =>
  Object.entries(outcomes).flatMap(([kind, outcome]) =>
    (outcome[field] ?? []).map((hash) => ({ hash, holder: rootOf(unit, kind).id })),
  );

/**
 * Opens one command's unit of work: a single consistent read, then a single transaction of states, record and answer.
 * A key that has an answer ends the command at the read; a race or a lost reply is settled by what the key holds.
 */
export const openSession = (store: Store, command: Command) => {
  let unit: Unit | undefined;

  const load = async <W extends Wanted>(wanted: W, holds: readonly string[] = []): Promise<Loaded<W>> => {
    unit = await loadUnit(store, command, wanted, holds);
    if (unit.result.answer !== undefined && command.causedBy === undefined) settle(command, unit.result.answer);
    return statesOf(unit) as Loaded<W>;
  };

  const commit = async <O extends Outcomes>(
    outcomes: O,
    reply: (after: After<O>) => Reply,
    extra: CommitExtra = {},
  ): Promise<Reply> => {
    if (unit === undefined || command.key === undefined) throw new Error('A command loads before it commits.');
    const loaded = unit;
    const changes: Change[] = Object.entries(outcomes).map(([kind, outcome]) =>
      changeOf(
        command,
        { kind: kind as RootKind, before: rootOf(loaded, kind), claim: loaded.result.claims[0] },
        outcome,
      ),
    );
    const after = Object.fromEntries(changes.map(({ kind, state }) => [kind, state])) as unknown as After<O>;
    const answer = { ...reply(after), fingerprint: command.key.fingerprint, callId: command.callId };
    const customerId = outcomes.customer === undefined ? undefined : rootOf(loaded, 'customer').id;
    const result = await store.commit({
      tenant: command.tenant,
      answerKey: command.key.answerKey,
      answer: command.key.seal?.close(answer) ?? answer,
      founding: command.founding,
      changes,
      vaults:
        extra.wrappedKey === undefined || customerId === undefined
          ? []
          : [{ customerId, wrappedKey: extra.wrappedKey }],
      unchanged: extra.unchanged === undefined ? [] : [unchangedIn(loaded, extra.unchanged)],
      holds: holdsOf(loaded, outcomes, 'holds'),
      releases: holdsOf(loaded, outcomes, 'releases'),
    });
    unit = undefined;
    if (result.status === 'answered') return settle(command, result.answer);
    if (result.status !== 'committed') return raise({ signal: result.status });
    return answer;
  };

  return { load, commit };
};
