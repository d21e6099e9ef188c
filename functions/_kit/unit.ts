import type { Outcome } from '../../domain/shared/decision.ts';
import type { AnyEvent, ReadableKind, ReadableStates, RootKind, RootStates } from './aggregates.ts';
import type { LoadRequest, LoadResult, RootRef, Store, StoredRoot } from './store.ts';

/** What a command asks for by kind: one by its id, or several of the kind at once. */
export type Wanted = { readonly [K in ReadableKind]?: string | readonly string[] };

type Found<K extends ReadableKind> = ReadableStates[K] | undefined;
export type Loaded<W extends Wanted> = {
  readonly [K in keyof W & ReadableKind]: W[K] extends readonly string[] ? readonly Found<K>[] : Found<K>;
} & {
  /** Who holds each unique business key that was asked for, in the same order. */
  readonly holders: readonly (string | undefined)[];
};

/** What was decided by kind: on the one aggregate that was loaded, or on each of several in their order. */
export type Outcomes = { readonly [K in RootKind]?: Outcome<AnyEvent> | readonly Outcome<AnyEvent>[] };
export type After<O extends Outcomes> = {
  readonly [K in keyof O & RootKind]: O[K] extends readonly unknown[] ? readonly RootStates[K][] : RootStates[K];
};

/** One consistent read: what was asked for, and what there was. */
export type Unit = { readonly wanted: Wanted; readonly roots: readonly RootRef[]; readonly result: LoadResult };

/** One or several as a list; nothing as none. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

const rootsOf = (wanted: Wanted): RootRef[] =>
  Object.entries(wanted).flatMap(([kind, ids]) =>
    kind === 'claim' || kind === 'vault' ? [] : listOf(ids).map((id) => ({ kind, id })),
  );

/** Reads everything that is wanted, and what the command's key holds, at once. */
export const loadUnit = async (
  store: Store,
  rest: Pick<LoadRequest, 'tenant' | 'answerKey' | 'holds'>,
  wanted: Wanted,
): Promise<Unit> => {
  const roots = rootsOf(wanted);
  const result = await store.load({ ...rest, roots, claims: listOf(wanted.claim), vaults: listOf(wanted.vault) });
  return { wanted, roots, result };
};

/** The aggregates of a kind as they were loaded, in the order in which they were asked for. */
export const rootsIn = ({ roots, result }: Unit, kind: string): readonly StoredRoot[] =>
  result.roots.filter((_root, at) => roots[at]?.kind === kind);

/** The only aggregate of its kind that was loaded, or the one at a place. */
export const rootIn = (unit: Unit, kind: string, at = 0): StoredRoot => {
  const root = rootsIn(unit, kind)[at];
  if (root === undefined) throw new Error(`A command cannot write a ${kind} that it has not loaded.`);
  return root;
};

const found = (unit: Unit, kind: string): readonly unknown[] => {
  if (kind === 'claim') return unit.result.claims.map((claim) => claim?.state);
  return kind === 'vault' ? unit.result.vaults : rootsIn(unit, kind).map(({ state }) => state);
};

/** States by kind: a list where several of the kind were named, and the only one where one was. */
export const byKind = (
  named: Readonly<Record<string, unknown>>,
  allOf: (kind: string) => readonly unknown[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(named).map(([kind, some]) => [kind, Array.isArray(some) ? allOf(kind) : allOf(kind)[0]]),
  );

/** What a handler sees of a unit. */
export const statesOf = <W extends Wanted>(unit: Unit): Loaded<W> => {
  const states = byKind(unit.wanted, (kind) => found(unit, kind));
  return { ...states, holders: unit.result.holders } as unknown as Loaded<W>;
};
