import type { Actor } from './record.ts';

type IncludeQuery = { readonly include?: string | undefined };

/** What a request wants to have beside the object, by name. */
export const includedIn = (query: unknown): ReadonlySet<string> => {
  const { include } = Object(query) as IncludeQuery;
  return new Set(include === undefined ? [] : include.split(','));
};

/** The scope that the token lacks for something it wants included; undefined where it has them all. */
export const lackingScope = (
  includes: Readonly<Record<string, string>> = {},
  query: unknown,
  { scopes }: Pick<Actor, 'scopes'>,
): string | undefined =>
  [...includedIn(query)].map((name) => includes[name]).find((scope) => scope !== undefined && !scopes.includes(scope));
