/** What may be shown beside a customer, with the scope that it needs. */
export const besideCustomer = { policies: 'policies:read' } as const;

/** What may be asked many at once. */
export const batchedCustomers = ['registerCustomer'] as const;
