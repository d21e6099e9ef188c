import type { events } from '../../../functions/events/contract.ts';
import { learnt } from '../known.ts';
import type { Generator } from './generator.ts';

/** A reader goes on where it was, now and then from an older place or the beginning, and sometimes looks closer. */
export const eventsGenerators: Readonly<Record<keyof typeof events.endpoints, Generator>> = {
  listEvents: {
    weight: 0.6,
    draw: ({ known, chance }) => {
      const { eventsRead, policies } = known;
      const after = eventsRead.length > 0 && chance.happens(0.8) ? chance.pick(eventsRead.slice(-2)) : undefined;
      const objectId = policies.length > 0 && chance.happens(0.2) ? chance.pick(policies).policyId : undefined;
      return {
        query: {
          limit: String(1 + chance.below(20)),
          ...(after !== undefined && { after }),
          ...(objectId !== undefined && { objectId }),
          ...(chance.happens(0.2) && { types: 'policy.bound,premium.received' }),
        },
      };
    },
    learn: (answer, known) => learnt(known.eventsRead, String(answer['next'])),
  },
};
