export type Step = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};
export const stepsOf: { readonly check: readonly Step[]; readonly proof: readonly Step[] };
