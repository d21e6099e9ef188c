type Naming = { idFrom(prefix: string, ...parts: readonly string[]): string };

const placesMax = 5;

/** Where money waits that came before the policy of its offer: one place for each payment, filled in order. */
export const waitingPlaces = (ports: Naming, offerId: string): readonly string[] =>
  Array.from({ length: placesMax }, (_, place) => ports.idFrom('unm', 'offer', offerId, String(place)));
