type Offered = { readonly offer: string };
type Decided = { readonly items: readonly Offered[]; readonly optOuts?: readonly Offered[] | undefined };

/** An offer stands in a list of offers once. */
export const offeredOnce = (items: readonly Offered[]): boolean =>
  new Set(items.map(({ offer }) => offer)).size === items.length;

/** An offer is taken or declined, and not both at once. */
export const takenOrDeclined = ({ items, optOuts = [] }: Decided): boolean =>
  !optOuts.some(({ offer }) => items.some((item) => item.offer === offer));
