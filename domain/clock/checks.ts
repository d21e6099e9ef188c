type Wish = { readonly to?: string | undefined; readonly by?: string | undefined };

/** A clock is set to an instant or moved on by a span, and not both. */
export const toOrBy = ({ to, by }: Wish): boolean => (to === undefined) !== (by === undefined);
