/** Something that is not as the evidence says it must be: where it is, and what is wrong, as a sentence. */
export type Finding = { readonly where: string; readonly what: string };

/** What one check looked at, and what it found. A check that looked at nothing has proved nothing. */
export type Result = { readonly check: string; readonly looked: number; readonly findings: readonly Finding[] };

export const finding = (where: string, what: string): Finding => ({ where, what });

/** A finding if something does not hold, and none if it does. */
export const unless = (holds: boolean, where: string, what: string): readonly Finding[] =>
  holds ? [] : [finding(where, what)];
