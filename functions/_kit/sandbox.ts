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

const generationOf = (tenant: string): number => Number(/-g(\d+)$/.exec(tenant)?.[1] ?? 1);

/** Those that live: of a sandbox that was reset its last generation alone; the others are left as they were. */
export const livingOf = (tenants: readonly string[]): readonly string[] => {
  const last = new Map<string, number>();
  for (const tenant of tenants)
    if (isSandbox(tenant)) last.set(homeOf(tenant), Math.max(last.get(homeOf(tenant)) ?? 1, generationOf(tenant)));
  return tenants.filter((tenant) => !isSandbox(tenant) || last.get(homeOf(tenant)) === generationOf(tenant));
};
