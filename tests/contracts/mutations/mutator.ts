import type { Chance } from '../../simulation/chance.ts';
import { changedAt, type Path, valueAt } from './at-path.ts';
import { type Draft, headerOf, type Part, withHeader } from './request.ts';
import type { Ground } from './stage/ground.ts';
import { isVerbatim, lettersOf } from './written.ts';

/** Kinds of place that a request has: a field of the body, the whole body, parameters, headers, the request itself. */
export type PlaceKind = 'field' | 'body' | 'path' | 'query' | 'header' | 'request';

export type Schema = Readonly<Record<string, unknown>>;
export type Place = {
  /** Which of the requests that are as they should be. */
  readonly base: number;
  readonly kind: PlaceKind;
  /** The field's or the parameter's own name. */
  readonly name: string;
  /** Where it is in the body. */
  readonly at: Path;
  readonly schema: Schema;
};

export type Hoard = Pick<Ground, 'book' | 'things' | 'bases' | 'endpoints'>;
export type Given = {
  readonly draft: Draft;
  readonly place: Place;
  readonly chance: Chance;
  readonly hoard: Hoard;
};

export type Mutator = {
  readonly id: string;
  /** What it does, as the end of the sentence “this place …”. */
  readonly says: string;
  readonly on: readonly PlaceKind[];
  /** Narrows the places of these kinds down. */
  readonly fits?: ((place: Place, draft: Draft) => boolean) | undefined;
  readonly change: (given: Given) => Draft;
};

const partText = (part: Part | undefined): string | undefined =>
  part === undefined ? undefined : isVerbatim(part) ? lettersOf(part) : part;

/** What stands at a place; a text wherever it is not a field of the body. */
export const foundAt = (draft: Draft, { kind, name, at }: Place): unknown => {
  if (kind === 'field') return valueAt(draft.body, at);
  if (kind === 'path') return partText(draft.params[name]);
  if (kind === 'query') return partText(draft.query.find(([one]) => one === name)?.[1]);
  return kind === 'header' ? headerOf(draft, name) : undefined;
};

/** The same request with something else at a place, which may be missing from it so far. */
export const withValue = (draft: Draft, { kind, name, at }: Place, value: unknown): Draft => {
  if (kind === 'field') return { ...draft, body: changedAt(draft.body, at, value) };
  const part = isVerbatim(value) ? value : String(value);
  if (kind === 'path') return { ...draft, params: { ...draft.params, [name]: part } };
  if (kind === 'header') return withHeader(draft, name, partText(part));
  const there = draft.query.some(([one]) => one === name);
  const query = there
    ? draft.query.map((pair) => (pair[0] === name ? ([name, part] as const) : pair))
    : [...draft.query, [name, part] as const];
  return { ...draft, query };
};

/** A row of a table of mutators: a sentence, and what stands in the place then. */
export type Row<Old> = readonly [says: string, next: (old: Old, given: Given) => unknown];
type Fits = Mutator['fits'];
type Places = { readonly on: readonly PlaceKind[]; readonly fits?: Fits };

/** Mutators that put something else into a place, whatever stands there. */
export const replacing = (
  prefix: string,
  { on, fits }: Places,
  rows: Readonly<Record<string, Row<unknown>>>,
): readonly Mutator[] =>
  Object.entries(rows).map(([name, [says, next]]) => ({
    id: `${prefix}-${name}`,
    ...{ says, on, fits },
    change: (given) => withValue(given.draft, given.place, next(foundAt(given.draft, given.place), given)),
  }));

/** Text to begin with, where a place has none. */
const someText = 'Text';

/** Mutators of a text. */
export const respelling = (
  prefix: string,
  { on, fits }: Places,
  rows: Readonly<Record<string, Row<string>>>,
): readonly Mutator[] =>
  replacing(
    prefix,
    { on, fits },
    Object.fromEntries(
      Object.entries(rows).map(([name, [says, next]]): [string, Row<unknown>] => [
        name,
        [says, (old, given) => next(typeof old === 'string' && old !== '' ? old : someText, given)],
      ]),
    ),
  );

/** Mutators of the request as a whole. */
export const changing = (
  prefix: string,
  { on, fits }: Places,
  rows: Readonly<Record<string, readonly [says: string, change: Mutator['change']]>>,
): readonly Mutator[] =>
  Object.entries(rows).map(([name, [says, change]]) => ({ id: `${prefix}-${name}`, ...{ says, on, fits, change } }));
