/** What may be shown beside policies, each with the scope that it needs. */
export const besidePolicies = { customer: 'customers:read' } as const;
export const besidePolicy = { ...besidePolicies, claims: 'claims:read' } as const;
export const besideBasket = { policies: 'policies:read' } as const;

/** What may be asked many at once. */
export const batchedPolicies = ['bindPolicy', 'recordMilestone', 'cancelPolicy'] as const;
