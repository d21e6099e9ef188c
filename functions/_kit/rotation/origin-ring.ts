import { type Given, isKnownBy, type Ring } from './ring.ts';

/** What the edge sends, what it will send, and what it sent before: the door takes each of them. */
const names = ['current', 'next', 'previous'] as const;

const textIn = (ring: Ring, name: string): string | undefined => {
  const value = Object.hasOwn(ring, name) ? ring[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The values that the door takes. */
export const takenByDoor = (ring: Ring): readonly string[] =>
  names.map((name) => textIn(ring, name)).filter((value) => value !== undefined);

/** The value that the edge is to send. */
export const sentByEdge = (ring: Ring): string => {
  const current = textIn(ring, 'current');
  if (current === undefined) throw new Error('The origin secret has no current value.');
  return current;
};

/**
 * The origin secret, one turn on: what was prepared last time is sent from now on, and the door knew it before; what
 * was sent until now is taken as long as it is the one before. A turn that comes too soon changes nothing.
 */
export const turnOriginRing = (ring: Ring, { fresh, now }: Given): Ring => {
  const current = sentByEdge(ring);
  const next = textIn(ring, 'next');
  if (next === undefined) return { ...ring, current, next: fresh, rotation: { since: now } };
  if (!isKnownBy(now, Object(ring['rotation']).since)) return ring;
  return { current: next, next: fresh, previous: current, rotation: { since: now } };
};
