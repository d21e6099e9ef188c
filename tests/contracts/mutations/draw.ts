import { chanceOf } from '../../simulation/chance.ts';
import type { Hoard, Mutator, Place, PlaceKind } from './mutator.ts';
import { mutators } from './mutators/all.ts';
import { type Draft, type Wire, wireOf } from './request.ts';
import { numberMark } from './stage/bases.ts';

/** One change of a request: what is done, where, and with which chance. */
export type Step = { readonly place: Place; readonly mutator: Mutator; readonly stream: string };
export type Drawn = { readonly number: number; readonly base: number; readonly steps: readonly Step[] };

type Pair = { readonly place: Place; readonly mutator: Mutator };

/** Of twenty requests: how many change a place of this kind first, and how many go by the mutators, each in turn. */
const shares = { each: 5, field: 8, body: 1, query: 2, path: 1, header: 2, request: 1 } as const;
type Share = PlaceKind | 'each';
const turns = (Object.entries(shares) as [Share, number][]).flatMap(([kind, share]) =>
  Array.from({ length: share }, (_none, rank) => ({ kind, rank, share })),
);
/** How many requests change something more, and how many of those yet another thing. */
const moreOften = 0.25;
const stepsMax = 3;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A step through so many pairs that meets each of them once, and neighbours far from one another. */
const strideOf = (size: number): number => {
  let stride = Math.max(1, Math.floor(size * 0.618_034));
  while (divisor(stride, size) !== 1) stride += 1;
  return stride;
};

/** The nth of these in an order of the seed's own: all of them, and then all of them in another one. */
const nthOf = <T>(all: readonly T[], nth: number, seed: number, name: string): T => {
  const offset = chanceOf(seed, `order of ${name} ${Math.floor(nth / all.length)}`).below(all.length);
  const one = all[(offset + nth * strideOf(all.length)) % all.length];
  if (one === undefined) throw new Error(`There is nothing to change by ${name}.`);
  return one;
};

/** Every mutator with every place that it fits. */
const pairsOf = (places: readonly Place[], { bases }: Hoard): readonly Pair[] =>
  places.flatMap((place) => {
    const draft = bases[place.base]?.draft;
    if (draft === undefined) return [];
    return mutators
      .filter(({ on, fits }) => on.includes(place.kind) && fits?.(place, draft) !== false)
      .map((mutator) => ({ place, mutator }));
  });

/**
 * Draws requests of a seed. Number i follows from the seed and i alone, so it can be asked again without those before
 * it; of so many as there are pairs each pair is met, and mutators that fit few places are met as often as others.
 */
export const drawer = (seed: number, places: readonly Place[], hoard: Hoard) => {
  const pairs = pairsOf(places, hoard);
  const byKind = Map.groupBy(pairs, ({ place }) => place.kind);
  const byMutator = [...Map.groupBy(pairs, ({ mutator }) => mutator).values()];
  const byBase = Map.groupBy(pairs, ({ place }) => place.base);

  const firstOf = (number: number): Pair => {
    const { kind, rank, share } = turns[number % turns.length] ?? { kind: 'each', rank: 0, share: 1 };
    const nth = Math.floor(number / turns.length) * share + rank;
    const some = kind === 'each' ? undefined : byKind.get(kind);
    if (some !== undefined) return nthOf(some, nth, seed, kind);
    const own = nthOf(byMutator, nth, seed, kind);
    return nthOf(own, Math.floor(nth / byMutator.length), seed, own[0]?.mutator.id ?? '');
  };

  const draw = (number: number): Drawn => {
    const chance = chanceOf(seed, `request ${number}`);
    const first = firstOf(number);
    const others = byBase.get(first.place.base) ?? [];
    const drawn = [first];
    while (drawn.length < stepsMax && chance.happens(moreOften)) drawn.push(chance.pick(others));
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
    // What was changed first may have taken away what this one needs.
    if (mutator.fits?.(place, before) === false) return before;
    return mutator.change({ draft: before, place, chance: chanceOf(seed, stream), hoard });
  }, draft);
  return { wire: wireOf(changed), plain: wireOf(draft), operation: draft.operation };
};
