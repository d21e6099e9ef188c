import * as z from 'zod';
import { Instant, idOf } from '../../../domain/shared/schema.ts';
import { listQuery } from '../queries/schema.ts';

export const InboxEntryId = idOf('inb', 'Identifier of a webhook in the inbox.');

/** Providers whose webhooks we take, as their entries name them. */
const Provider = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,29}$/)
  .meta({ description: 'The provider that sent it.', example: 'stripe' });

export const InboxStatus = z.enum(['received', 'done', 'refused', 'failed']).meta({
  description:
    '`received`: kept, and not processed to an end yet. `done`: its effect is durable, or it has none. `refused`: it ' +
    'was signed, and could not be understood. `failed`: we failed over it. All but `done` are worth a replay.',
});

/** What everybody may know of a webhook that was received; the body is not among it, for it may be about a person. */
const told = {
  entryId: InboxEntryId,
  provider: Provider,
  eventId: z.string().max(128).optional().meta({
    description: 'The provider’s id of the event, where it could be read.',
    example: 'evt_1QK2v9L0aZ4xYw7T',
  }),
  type: z.string().max(100).optional().meta({
    description: 'The provider’s type of the event, where it could be read.',
    example: 'payment_intent.succeeded',
  }),
  receivedAt: Instant.meta({ description: 'When it came first, by the wall.' }),
  status: InboxStatus,
  outcome: z.string().max(64).optional().meta({
    description: 'What became of it when it was processed last, or the code of the refusal.',
    example: 'applied',
  }),
  processed: z.int().min(0).meta({ description: 'How often it was processed: by each delivery, and by replays.' }),
  processedAt: Instant.optional().meta({ description: 'When it was processed last, by the wall.' }),
};

export const InboxEntryView = z
  .strictObject(told)
  .meta({ id: 'InboxEntry', description: 'A webhook of a provider, as it was received and what became of it.' });
export type InboxEntryView = z.infer<typeof InboxEntryView>;

/** An entry as it lies in storage. */
export const StoredInboxEntry = z.strictObject({
  v: z.literal(1),
  ...told,
  /** The raw body, sealed under a key that follows from the tenant's secret. */
  sealed: z.string(),
});
export type StoredInboxEntry = z.infer<typeof StoredInboxEntry>;

export const InboxQuery = listQuery(InboxStatus).extend({ provider: Provider.optional() });

export const InboxPage = z
  .strictObject({
    items: z.array(InboxEntryView).meta({ description: 'Webhooks, the newest first.' }),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'InboxPage', description: 'A page of the inbox.' });

export const InboxReplay = z
  .strictObject({
    entryId: InboxEntryId,
    status: InboxStatus.extract(['done', 'refused']).meta({ description: 'How the webhook stands after it.' }),
    outcome: told.outcome.unwrap(),
    repeated: z.boolean().meta({
      description: 'Whether the inbox knew this very outcome before, so that the replay had no effect of its own.',
    }),
  })
  .meta({ id: 'InboxReplay', description: 'What a replay came to.' });
export type InboxReplay = z.infer<typeof InboxReplay>;

/** The bodies of an event's entry differ by provider; each has an id and a type. */
export type ProviderEventSchema = z.ZodType<{ readonly id: string; readonly type: string }>;
