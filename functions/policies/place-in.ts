/** Where an item stands in the body. */
export const placeIn =
  (field: 'items' | 'optOuts') =>
  (place: number): string =>
    `/${field}/${place}`;
