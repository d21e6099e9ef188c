/** One line of a table: what was measured, and its figures by column. A column's name says its unit. */
export type Row = { readonly what: string; readonly figures: Readonly<Record<string, number | string>> };

/** What a figure was to reach. `more` is better for ratios, `less` for bytes and times. */
export type Goal = {
  readonly what: string;
  readonly is: number;
  readonly goal: number;
  readonly stretch?: number;
  readonly better: 'more' | 'less';
  readonly unit: string;
  /** For the README: the question as a stranger asks it, and what each side takes, with its unit. */
  readonly headline?: { readonly question: string; readonly ours: string; readonly theirs: string };
};

export type Table = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly goals?: readonly Goal[];
  /** What a reader has to know to believe the figures. */
  readonly notes?: readonly string[];
  /** By what part of itself the same thing differed when it was measured twice: 0.03 is three in a hundred. */
  readonly noise?: number;
};

/** `full` is what is published; `quick` shows in seconds that everything still runs and answers alike. */
export type Settings = { readonly effort: 'full' | 'quick'; readonly seed: number };

/** One question that is measured. */
export type Suite = {
  readonly name: string;
  /** In one sentence, what is compared. */
  readonly about: string;
  /** Says that it looks at what is published, and so runs before that changes. */
  readonly first?: boolean;
  readonly run: (settings: Settings) => Promise<readonly Table[]>;
};

/** The most noise of a run that is kept: 8 in a hundred. */
export const noiseMax = 0.08;

/** What is said of the noise of a table, which has the same contender twice. */
export const noiseNote = (noise: number): string => {
  const verdict = noise > noiseMax ? ` More than ${noiseMax * 100}: this run is no measurement.` : '';
  return `The same contender measured twice differs from itself by ${(100 * noise).toFixed(1)} %.${verdict}`;
};
