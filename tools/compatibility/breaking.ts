/** One change that a client of the baseline would notice. */
export type Breaking = {
  /** JSON Pointer into the new document, or into the baseline for what is gone. */
  readonly pointer: string;
  /** One sentence. */
  readonly says: string;
  readonly wayOut: string;
};

export const breaking = (pointer: string, says: string, wayOut: string): Breaking => ({ pointer, says, wayOut });

/** The ways out, from the policy in `docs/guides/versioning.md`. */
export const ways = {
  request: 'take what was taken before, and put the new demand under a new path or version',
  response: 'answer as before, and put the new form into a new field, path or version',
  removal: 'keep it, announce a sunset in the contract, and take it away once that date has passed',
} as const;

/** What the baseline had announced, and whether the announced day has come. */
export const mayGo = (announced: { readonly [name: string]: unknown }, today: string): boolean => {
  const sunset = announced['x-sunset'];
  return announced['deprecated'] === true && typeof sunset === 'string' && sunset <= today;
};
