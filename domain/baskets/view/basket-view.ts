import type { Basket, BasketView } from '../schema.ts';

/** A basket as partners see it: without the keys that keep it unique. */
export const basketView = ({ holds: _keys, ...seen }: Basket): BasketView => seen;
