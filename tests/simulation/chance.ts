/** Chance that a seed decides: the same seed gives the same numbers for ever, on every machine. */
export type Chance = {
  /** In [0, 1). */
  readonly next: () => number;
  /** An integer in [0, n). */
  readonly below: (n: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array;
};

/** FNV-1a, so that streams with other names are other streams. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** sfc32 (Chris Doty-Humphrey, PractRand), small and quick and good enough for choices. */
const sfc32 = (seed: number): (() => number) => {
  let [a, b, c, counter] = [seed, seed ^ 0x9e3779b9, seed ^ 0x243f6a88, 1];
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  return draw;
};

/** A stream of its own for each name, so that drawing more of one kind leaves the others as they were. */
export const chanceOf = (seed: number, name: string): Chance => {
  const draw = sfc32(hashOf(`${seed} ${name}`));
  const next = (): number => draw() / 2 ** 32;
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
    bytes: (length) => Uint8Array.from({ length }, () => draw() & 255),
  };
};

/** Picks a name by its weight. */
export const pickWeighted = <N extends string>(chance: Chance, weights: Readonly<Record<N, number>>): N => {
  const entries = Object.entries(weights) as [N, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance.next() * total;
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0 && weight > 0) return name;
  }
  throw new Error('Every weight is zero.');
};
