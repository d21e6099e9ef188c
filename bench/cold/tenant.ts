/** Whose functions are started: the shop that stands in the table, and in every token. */
export const tenant = 'shop-a';
