import { EventPage, EventQuery } from '../../domain/events/view/schema.ts';
import { rootKinds } from '../_kit/aggregates.ts';
import { capability } from '../_kit/contract.ts';

export const events = capability('events', {
  endpoints: {
    listEvents: {
      method: 'GET',
      path: '/events',
      summary: 'List what happened, oldest first',
      description:
        'Every event of yours, once, in one order that never changes; those of one object by their numbers. Keep ' +
        '`next` and ask with it again: nothing is skipped, however long you were away and whatever you filter. An ' +
        'event appears here a moment after its operation.',
      caller: 'partner',
      scope: 'events:read',
      query: EventQuery,
      response: EventPage,
      success: 200,
      refusals: {},
      reads: rootKinds,
      writes: [],
      emits: [],
      lists: ['events'],
      uses: [],
      ifBroken: 'Partners who follow the events do not learn what happens to their policies and claims.',
    },
  },
});
