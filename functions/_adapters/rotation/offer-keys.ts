import { turnOfferRing } from '../../_kit/rotation/offer-ring.ts';
import { offerKeysIn } from '../secret-services.ts';
import type { Rotation } from './rotate.ts';

/** The keys that sign offers turn by themselves: nobody has to be told, for whoever signs reads the secret. */
export const offerKeyRotation: Rotation = {
  turn: turnOfferRing,
  // Read as whoever signs reads it; it throws where there is no current key.
  test: async (ring) => void (await offerKeysIn(async () => ring).current()),
};
