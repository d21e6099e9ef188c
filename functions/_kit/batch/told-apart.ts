type Item = { readonly operation: string; readonly idempotencyKey: string };

/** Items of a batch are told apart by their operations and keys: two that are alike would be one intent. */
export const toldApart = (items: readonly Item[]): boolean =>
  new Set(items.map(({ operation, idempotencyKey }) => `${operation} ${idempotencyKey}`)).size === items.length;
