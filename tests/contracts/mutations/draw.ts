import { type Chance, chanceOf } from '../../simulation/chance.ts';
import type { Hoard, Mutator, Place, PlaceKind } from './mutator.ts';
import { mutators } from './mutators/all.ts';
import { type Draft, type Wire, wireOf } from './request.ts';
import { numberMark } from './stage/bases.ts';

/** One change of a request: what is done, where, and with which chance. */
export type Step = { readonly place: Place; readonly mutator: Mutator; readonly stream: string };
export type Drawn = { readonly number: number; readonly base: number; readonly steps: readonly Step[] };

type Pair = { readonly place: Place; readonly mutator: Mutator };

/** Of twenty requests, how many change a place of this kind first. */
const shares: Readonly<Record<PlaceKind, number>> = { field: 10, body: 2, query: 2, path: 2, header: 3, request: 1 };
const turns = (Object.entries(shares) as [PlaceKind, number][]).flatMap(([kind, share]) =>
  Array.from({ length: share }, (_none, rank) => ({ kind, rank, share })),
);
/** How many requests change something more, and how many of those yet another thing. */
const moreOften = 0.25;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A step through so many pairs that meets each of them once, and neighbours far from one another. */
const strideOf = (size: number): number => {
  let stride = Math.max(1, Math.floor(size * 0.618_034));
  while (divisor(stride, size) !== 1) stride += 1;
  return stride;
};

/**
 * Every mutator at every place that it fits, in an order of the seed's own. Request number i follows from the seed and
 * i alone, so it can be asked again without those before it; and as many requests as there are pairs meet all of them.
 */
export const drawer = (seed: number, places: readonly Place[], { bases }: Hoard) => {
  const draftOf = (place: Place): Draft | undefined => bases[place.base]?.draft;
  const pairs: readonly Pair[] = places.flatMap((place) => {
    const draft = draftOf(place);
    if (draft === undefined) return [];
    return mutators
      .filter(({ on, fits }) => on.includes(place.kind) && fits?.(place, draft) !== false)
      .map((mutator) => ({ place, mutator }));
  });
  const byKind = Map.groupBy(pairs, ({ place }) => place.kind);
  const byBase = Map.groupBy(pairs, ({ place }) => place.base);

  const firstOf = (number: number): Pair => {
    const turn = turns[number % turns.length];
    const of = (turn && byKind.get(turn.kind)) ?? pairs;
    const { rank = 0, share = 1 } = turn ?? {};
    const nth = Math.floor(number / turns.length) * share + rank;
    const offset = chanceOf(seed, `order of ${turn?.kind} ${Math.floor(nth / of.length)}`).below(of.length);
    const pair = of[(offset + nth * strideOf(of.length)) % of.length];
    if (pair === undefined) throw new Error('There is no place to change.');
    return pair;
  };

  const draw = (number: number): Drawn => {
    const chance = chanceOf(seed, `request ${number}`);
    const first = firstOf(number);
    const others = byBase.get(first.place.base) ?? [];
    const drawn = [first];
    while (drawn.length < 3 && chance.happens(moreOften)) drawn.push(chance.pick(others));
    return {
      ...{ number, base: first.place.base },
      steps: drawn.map((pair, at) => ({ ...pair, stream: `change ${at} of request ${number}` })),
    };
  };
  return { draw, pairs: pairs.length };
};

const numbered = (draft: Draft, seed: number, number: number): Draft => ({
  ...draft,
  headers: draft.headers.map(([name, value]) => [name, value.replace(numberMark, `${seed}-${number}`)]),
});

export type Made = { readonly wire: Wire; readonly plain: Wire; readonly operation: string };

/** Writes a drawn request out, and the one from which it was made. */
export const made = (seed: number, drawn: Drawn, hoard: Hoard): Made => {
  const base = hoard.bases[drawn.base];
  if (base === undefined) throw new Error(`There is no request ${drawn.base}.`);
  const draft = numbered(base.draft, seed, drawn.number);
  const changed = drawn.steps.reduce<Draft>((before, { place, mutator, stream }) => {
    const chance: Chance = chanceOf(seed, stream);
    return mutator.change({ draft: before, place, chance, hoard });
  }, draft);
  return { wire: wireOf(changed), plain: wireOf(draft), operation: draft.operation };
};
