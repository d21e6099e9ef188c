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
};

export type Table = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly goals?: readonly Goal[];
  /** What a reader has to know to believe the figures. */
  readonly notes?: readonly string[];
};

/** `full` is what is published; `quick` shows in seconds that everything still runs and answers alike. */
export type Settings = { readonly effort: 'full' | 'quick'; readonly seed: number };

/** One question that is measured. */
export type Suite = {
  readonly name: string;
  /** In one sentence, what is compared. */
  readonly about: string;
  readonly run: (settings: Settings) => Promise<readonly Table[]>;
};
