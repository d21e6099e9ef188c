/** Items of a basket are told apart by their ids: the answer names each by its own. */
export const toldApart = (items: readonly { readonly itemId: string }[]): boolean =>
  new Set(items.map(({ itemId }) => itemId)).size === items.length;
