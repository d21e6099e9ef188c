/** The middle of some numbers; of an even count, what lies between the two in the middle. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** The number below which `part` (0 to 1) of the numbers lie; between two of them, on a line from one to the other. */
export const quantile = (numbers: readonly number[], part: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('There is no quantile of no numbers.');
  return below + (above - below) * (place - Math.floor(place));
};

/** Between what two numbers the middle half of them lies, as a text: `2.25–2.38`; nothing where all are one number. */
export const middleHalf = (numbers: readonly number[], tell: (number: number) => string): string =>
  new Set(numbers).size === 1 ? '' : `${tell(quantile(numbers, 0.25))}–${tell(quantile(numbers, 0.75))}`;

/** Numbers from 0 to below 1 that follow from a seed, so that a run can be told to do the same again (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The same things in another order (Fisher and Yates). */
export const shuffled = <T>(things: readonly T[], random: () => number): T[] => {
  const left = [...things];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1));
  return out;
};
