import type { Policy } from '../../domain/policies/schema.ts';
import type { ListRequest, RootRef } from '../_kit/store.ts';
import type { MeteredClient } from './client.ts';
import { inIndex, type Stretch, statesOf, type Walk } from './walk.ts';

type Policies = {
  readonly index: string;
  readonly pk: readonly [name: string, value: string];
  readonly skName: string;
};
/** A few policies at a time, for each may have fifty claims. */
const policiesAtOnce = 10;

/** A place is the policy's place in its list, and the number of the claim within it. */
const placeOf = (policyPlace: string, claimId: string) => ({
  position: `${policyPlace}#${claimId.slice(30)}`,
  ref: { kind: 'claim', id: claimId },
});
const policyPlaceOf = (position: string): string => position.slice(0, position.lastIndexOf('#'));
const policyIdOf = (policyPlace: string): string => policyPlace.slice(policyPlace.lastIndexOf('#') + 1);

/**
 * A walk along the claims of some policies: the newest policy first, and of each its newest claim first. A policy knows
 * its claims, so they need no index of their own, and first notice of a loss costs nothing for it.
 */
export const claimsThroughPolicies = (
  client: MeteredClient,
  { tenant, of, policyMatches = () => true }: ListRequest,
  policies: Policies | undefined,
): Walk => {
  const claimsOf = async (policyPlaces: readonly string[], before?: string): Promise<Stretch['places']> => {
    const refs: readonly RootRef[] = policyPlaces.map((place) => ({ kind: 'policy', id: policyIdOf(place) }));
    const states = await statesOf(client, tenant, refs);
    return policyPlaces
      .flatMap((place, at) => {
        const policy = states[at] as Policy | undefined;
        return policy === undefined || !policyMatches(policy)
          ? []
          : policy.claims.toReversed().map(({ claimId }) => placeOf(place, claimId));
      })
      .filter(({ position }) => before === undefined || position < before);
  };

  return async (after) => {
    if (policies === undefined) {
      const place = `-#${of !== undefined && 'policyId' in of ? of.policyId : ''}`;
      const places = await claimsOf([place], after);
      return { places, reached: undefined, isEnd: true, looked: 1 + places.length };
    }
    const rest = after === undefined ? [] : await claimsOf([policyPlaceOf(after)], after);
    const walk = inIndex(client, {}, { ...policies, order: 'below' });
    const stretch = await walk(after === undefined ? undefined : policyPlaceOf(after), policiesAtOnce);
    const places = await claimsOf(stretch.places.map(({ position }) => position));
    return {
      places: [...rest, ...places],
      // Behind the last claim of the last policy, where there are no claims any more.
      reached: stretch.reached === undefined ? undefined : `${stretch.reached}#000`,
      isEnd: stretch.isEnd,
      looked: stretch.looked + rest.length + places.length,
    };
  };
};
