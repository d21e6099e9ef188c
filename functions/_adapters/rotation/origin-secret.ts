import { sentByEdge, turnOriginRing } from '../../_kit/rotation/origin-ring.ts';
import { originHeader } from '../../_kit/settings.ts';
import type { Edge } from './edge.ts';
import type { Rotation } from './rotate.ts';

const patienceMs = 5_000;

/** Asks at the door itself, past the edge, as the edge will ask. */
const knock = async (doorUrl: string, value: string): Promise<number> => {
  const answer = await fetch(doorUrl, {
    headers: { [originHeader]: value },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  return answer.status;
};

/**
 * The secret by which the edge proves itself at the door. The edge is told first, for the door knows the value already;
 * not before it sends the last value everywhere, or the door would forget one that some place of it still sends.
 */
export const originRotation = (edge: Edge, doorUrl: string): Rotation => ({
  turn: turnOriginRing,
  set: async (ring) => {
    const value = sentByEdge(ring);
    const now = await edge.sends();
    if (now.value === value) return;
    if (!now.settled) throw new Error('The edge has not yet brought its last change everywhere.');
    await edge.send(value);
  },
  test: async (ring) => {
    const value = sentByEdge(ring);
    if ((await edge.sends()).value !== value) throw new Error('The edge does not send the new value.');
    const status = await knock(doorUrl, value);
    if (status !== 200) throw new Error(`The door answers ${status} to the new value.`);
  },
});
