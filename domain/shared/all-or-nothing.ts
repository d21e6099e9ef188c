import { accept, type Decision, type Refusal } from './decision.ts';

/**
 * Accepts several decisions together or none of them. The refusal is the first one's, with the place of its item, and
 * lists every item that was refused, so that all can be mended at once.
 */
export const allOrNothing = <T, C extends string>(
  decisions: readonly Decision<T, C>[],
  pointerTo: (place: number) => string,
): Decision<readonly T[], C> => {
  const refused = decisions.flatMap((decision, place) => (decision.ok ? [] : [{ decision, place }]));
  const [first] = refused;
  if (first === undefined) return accept(decisions.flatMap((decision) => (decision.ok ? [decision.value] : [])));
  const problems = refused.map(({ decision, place }) => ({
    pointer: pointerTo(place),
    code: decision.code,
  }));
  const refusal: Refusal<C> = first.decision;
  return { ...refusal, facts: { ...refusal.facts, pointer: pointerTo(first.place) }, problems };
};
