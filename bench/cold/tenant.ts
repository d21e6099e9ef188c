/** Whose functions are started: the shop that stands in the table, and in tokens. */
export const tenant = 'shop-a';
/** A sandbox beside it, for what only sandboxes have. */
export const sandbox = 'sandbox-shop';
