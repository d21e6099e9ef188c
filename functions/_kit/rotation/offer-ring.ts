import { type Instant, plusSeconds } from '../clock.ts';
import { type Given, isKnownBy, type Ring, settleSeconds } from './ring.ts';

/** No offer stands longer (a test asks every product). */
export const offerSecondsMax = 24 * 60 * 60;
/** An instance with an old secret signs for some minutes yet with a key that is no longer current. */
const keptSeconds = offerSecondsMax + settleSeconds;

/** Stands in the ring as an object, and so is taken for no key. */
type Notes = {
  readonly next?: { readonly kid: string; readonly since: Instant };
  /** Since when a key signs no more. */
  readonly retired?: Readonly<Record<string, Instant>>;
};

const numberOf = (kid: string): number => Number(/^k(\d+)$/.exec(kid)?.[1] ?? 0);

const isKey = ([name, value]: readonly [string, unknown]): boolean => name !== 'current' && typeof value === 'string';

/** Since when each key signs no more, or since now. Those under which no offer stands are out. */
const stillNeeded = (kids: readonly string[], { retired = {} }: Notes, now: Instant) =>
  kids.map((kid) => [kid, retired[kid] ?? now] as const).filter(([, since]) => plusSeconds(since, keptSeconds) > now);

/**
 * The keys that sign offers, one turn on: the key that was prepared last time becomes current, another one is prepared,
 * and those stay of which an offer may still stand. Everybody knew the new key before it signs, so an instance with an
 * old ring verifies what one with the new ring signs. A turn that comes too soon for that changes nothing.
 */
export const turnOfferRing = (ring: Ring, { fresh, now }: Given): Ring => {
  const keys = new Map(Object.entries(ring).filter(isKey));
  const { current } = ring;
  if (typeof current !== 'string' || !keys.has(current)) throw new Error('The offer keys name no current key.');
  const notes = Object(ring['rotation']) as Notes;
  const prepared = keys.has(notes.next?.kid ?? '') ? notes.next : undefined;
  if (prepared !== undefined && !isKnownBy(now, prepared.since)) return ring;

  const signing = prepared?.kid ?? current;
  const next = `k${Math.max(...[...keys.keys()].map(numberOf)) + 1}`;
  const kept = stillNeeded(
    [...keys.keys()].filter((kid) => kid !== signing),
    notes,
    now,
  );
  return {
    current: signing,
    ...Object.fromEntries([...kept.map(([kid]) => kid), signing].map((kid) => [kid, keys.get(kid)])),
    [next]: fresh,
    rotation: { next: { kid: next, since: now }, retired: Object.fromEntries(kept) },
  };
};
