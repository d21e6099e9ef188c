/**
 * Says whether a tenant rehearses. The beginning of its name alone decides, so that nothing has to be read to know that
 * a live tenant is live; nobody else is given such a name.
 */
export const isSandbox = (tenant: string): boolean => /^(sbx|sandbox)-/.test(tenant);

/**
 * A sandbox that was reset lives on under another name, with nothing in it; who it is stays with its first name, its
 * home (decision 0012).
 */
export const homeOf = (tenant: string): string => (isSandbox(tenant) ? tenant.replace(/-g\d+$/, '') : tenant);

/** The name under which a sandbox lives in a generation. */
export const tenantIn = (home: string, generation: number): string =>
  generation === 1 ? home : `${home}-g${generation}`;
