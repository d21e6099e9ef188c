import type { Cast } from '../cast.ts';
import type { Invariant } from '../violation.ts';

/** A known bug: one text of one source file, and what stands in its place. */
export type Mutant = {
  /** What the planted code does wrong, as a sentence about it: "pays a claim twice". */
  readonly name: string;
  /** One of these has to be broken by it; others may be too. */
  readonly breaks: readonly Invariant[];
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
  /** The first seed that is tried: the one that last found it; those behind it are tried where it no longer does. */
  readonly from?: number;
  /** Who takes part: everybody, for bugs of those who are told; as the seed has it unless said. */
  readonly cast?: Cast;
};

/** The source with its bug. A text that is not there exactly once would plant nothing, or something else. */
export const plantedIn = (source: string, { name, file, text, by }: Omit<Mutant, 'breaks'>): string => {
  const parts = source.split(text);
  if (parts.length !== 2) throw new Error(`"${name}": its text stands ${parts.length - 1} times in ${file}, not once.`);
  return parts.join(by);
};
