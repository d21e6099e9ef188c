import * as z from 'zod';
import { ObjectId } from '../../audit/schema.ts';
import { Instant, inDigits } from '../../shared/schema.ts';

/** An event as it travels, in the form of CloudEvents 1.0. */
export const EventView = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({
      description: 'Unique for ever: consumers tell a repetition by it.',
      example: `pol_${'0'.repeat(26)}.1.1`,
    }),
    source: z.string().meta({ description: 'Whose event it is.' }),
    type: z.string().meta({ description: 'What happened.', example: 'policy.bound' }),
    subject: z.string().meta({ description: 'The aggregate that it happened to; a claim’s is its policy.' }),
    time: Instant.meta({ description: 'When it was recorded.' }),
    datacontenttype: z.literal('application/json'),
    dataschema: z.string().meta({ description: 'Where the schema of `data` is published.' }),
    tenant: z.string(),
    sequence: z.int().min(1).meta({ description: 'Number of its record in the aggregate: 1, 2, 3 … without a gap.' }),
    requestid: z.string().meta({ description: 'The request that led to it.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'All that the event fixed.' }),
  })
  .meta({ id: 'Event', description: 'A fact of the past, in the form of CloudEvents 1.0.', 'x-may-grow': true });

export const EventPage = z
  .strictObject({
    items: z.array(EventView),
    next: z.string().meta({
      description: 'Send it as `after` for what comes then. It stands on every page, also on an empty one: keep it.',
    }),
  })
  .meta({ id: 'EventPage', description: 'What happened, in the order in which everybody sees it.' });

/** How the events are asked for. */
export const EventQuery = z.strictObject({
  after: z
    .string()
    .max(512)
    .optional()
    .meta({ description: 'The `next` of the page before; from the very beginning if absent.' }),
  limit: inDigits(z.int().min(1).max(100))
    .default(50)
    .meta({
      description:
        'How many records are read, 1 to 100; each holds up to nine events. Under a filter a page may hold fewer, or ' +
        'none: go on with `next` until it stays the same.',
      example: 50,
    }),
  types: z
    .string()
    .regex(/^[a-z.-]{1,80}(,[a-z.-]{1,80}){0,31}$/)
    .optional()
    .meta({
      description: 'Only events of these types, separated by commas.',
      example: 'policy.bound,policy.cancelled',
    }),
  objectId: ObjectId.optional().meta({ description: 'Only events of this object.' }),
});
