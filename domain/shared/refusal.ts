/** The kinds a refusal can have; the problem's HTTP status follows from the kind alone. */
export type RefusalKind =
  | 'not-found'
  | 'conflict'
  | 'invalid-state'
  | 'not-eligible'
  | 'gone'
  | 'forbidden'
  | 'limit-exceeded'
  | 'invalid-request'
  | 'unauthenticated';

/** One refusal as partners read it: what happened, what to do, and an example of its facts. */
export type RefusalEntry = {
  readonly kind: RefusalKind;
  readonly title: string;
  readonly titleZh: string;
  readonly happened: string;
  readonly remedy: string;
  readonly example: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

export type RefusalCatalogue = Readonly<Record<string, RefusalEntry>>;

/** Picks the named refusals out of a catalogue, for the contract of one entry. */
export const pick = <C extends RefusalCatalogue, K extends keyof C>(
  catalogue: C,
  ...codes: readonly K[]
): Pick<C, K> => {
  const picked: Partial<Pick<C, K>> = {};
  for (const code of codes) picked[code] = catalogue[code];
  return picked as Pick<C, K>;
};
