import type { Named } from '../../functions/_kit/contract.ts';
import type { Entries } from '../../local/entries.ts';
import { chanceOf } from './chance.ts';

/** Who takes part in a story beside shops, customers and the insurer's people. */
export type Cast = {
  /** Partners who have themselves told by webhooks. */
  readonly endpoints: boolean;
  /** The service that writes to customers. */
  readonly messages: boolean;
};
export const everybody: Cast = { endpoints: true, messages: true };

/**
 * What is told to somebody is told of every event, so it takes more time than all else together. A part of the seeds
 * has each of those who are told, and asks more of them; the others tell more stories in the same time.
 */
export const castOf = (seed: number): Cast => {
  const chance = chanceOf(seed, 'cast');
  return { endpoints: chance.happens(0.1), messages: chance.happens(0.1) };
};

/** How often what belongs to a capability is asked: five times as often where it is part of the cast. */
export const factorOf = ({ endpoints, messages }: Cast, { capability }: Pick<Named<object>, 'capability'>): number => {
  if (capability === 'webhooks') return endpoints ? 5 : 0;
  if (capability === 'notifications') return messages ? 5 : 0;
  return 1;
};

/** The entries without the subscribers of those who are not there. */
export const playedBy = (entries: Entries, cast: Cast): Entries => ({
  ...entries,
  subscribers: entries.subscribers.filter(({ contract }) => factorOf(cast, contract) > 0),
});
