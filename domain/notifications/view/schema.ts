import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { NotificationStatus, requested } from '../schema.ts';

export const NotificationView = z
  .strictObject({
    ...requested,
    status: NotificationStatus,
    requestedAt: Instant,
    settledAt: Instant.optional().meta({ description: 'When it was sent, refused or skipped.' }),
    reason: z.string().optional().meta({
      description: 'Why it was not sent: `no-address`, `sandbox`, `person-erased`, or what the mail service said.',
    }),
  })
  .meta({ id: 'Notification', description: 'A message to a customer, without what it says.' });

const Content = z
  .strictObject({
    to: z.string().optional().meta({ description: 'The address; absent where there was none.' }),
    subject: z.string(),
    text: z.string().meta({ description: 'The text as it was sent; its HTML is made of it.' }),
  })
  .meta({ description: 'What it says, for callers who hold `customers:personal`.' });

export const NotificationDetail = z.strictObject({ ...NotificationView.shape, content: Content.optional() }).meta({
  id: 'NotificationDetail',
  description: 'A message to a customer, with as much of it as the caller may see.',
});

export const NotificationPage = z
  .strictObject({
    items: z.array(NotificationView),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'NotificationPage', description: 'A page of notifications, newest first.' });
