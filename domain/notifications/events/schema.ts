import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { NotificationId, requested, SkipReason } from '../schema.ts';

const notificationId = NotificationId;

/** The data of every event of a notification. */
export const notificationEvents = {
  'notification.requested': z
    .strictObject({
      ...requested,
      content: z.string().meta({ description: 'Address, subject and text, as JWE under the customer’s own key.' }),
      at: Instant,
    })
    .meta({ description: 'A message to a customer was written down, before anything is sent.' }),
  'notification.sent': z
    .strictObject({
      notificationId,
      messageId: z.string().meta({ description: 'The mail service’s own number of the message.' }),
      at: Instant,
    })
    .meta({ description: 'The mail service has taken the message.' }),
  'notification.failed': z
    .strictObject({ notificationId, reason: z.string(), at: Instant })
    .meta({ description: 'The mail service has refused the message, and will refuse it again.' }),
  'notification.skipped': z
    .strictObject({ notificationId, reason: SkipReason, at: Instant })
    .meta({ description: 'The message was not sent, for there is nowhere to send it.' }),
};
