/** What may be shown beside claims, with the scope that it needs. */
export const besideClaims = { policy: 'policies:read' } as const;

/** What may be asked many at once. */
export const batchedClaims = ['reportClaim'] as const;
