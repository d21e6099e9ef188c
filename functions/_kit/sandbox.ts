/**
 * Says whether a tenant rehearses. The beginning of its name alone decides, so that nothing has to be read to know that
 * a live tenant is live; nobody else is given such a name.
 */
export const isSandbox = (tenant: string): boolean => /^(sbx|sandbox)-/.test(tenant);
