import * as z from 'zod';
import { CustomerId } from '../customers/schema.ts';
import { PolicyId } from '../policies/schema.ts';
import { idOf } from '../shared/schema.ts';

export const NotificationId = idOf('ntf', 'The notification.');

/** What customers are told of, one message each. */
export const MessageName = z
  .enum([
    'policy-issued',
    'premium-reminder',
    'renewal-reminder',
    'policy-cancelled',
    'policy-lapsed',
    'claim-received',
    'claim-approved',
    'claim-rejected',
    'claim-paid',
    'payout-returned',
  ])
  .meta({ description: 'Which message it is; new ones join.', 'x-may-grow': true });
export type MessageName = z.infer<typeof MessageName>;

export const Locale = z.enum(['en', 'zh-CN']).meta({ description: 'The language that the customer reads.' });
export type Locale = z.infer<typeof Locale>;

export const NotificationStatus = z.enum(['requested', 'sent', 'failed', 'skipped']).meta({
  description:
    '`requested`: written down and on its way; `sent`: taken by the mail service; `failed`: refused by it; ' +
    '`skipped`: there was nowhere to send it.',
});
export type NotificationStatus = z.infer<typeof NotificationStatus>;

/** Why nothing was sent: no address, a sandbox whose mail leaves nobody's house, or a person who was erased. */
export const SkipReason = z.enum(['no-address', 'sandbox', 'person-erased']);

/** What is fixed when a message is written down. */
export const requested = {
  notificationId: NotificationId,
  message: MessageName,
  template: z.string().meta({ description: 'Whose template: `default`, or a product version.', example: 'default' }),
  templateHash: z.string().meta({ description: 'SHA-256 of the template as it was, base64url.' }),
  locale: Locale,
  channel: z.enum(['email']).meta({ description: 'How it goes out; new ones join.', 'x-may-grow': true }),
  eventId: z.string().meta({ description: 'The event that it tells of.' }),
  customerId: CustomerId,
  policyId: PolicyId,
  claimId: z.string().optional().meta({ description: 'The claim that it is about, where it is about one.' }),
};

/** What a message says, as it is sealed under its customer's own key; nothing of it stands anywhere in the clear. */
export const Content = z.strictObject({ to: z.string().optional(), subject: z.string(), text: z.string() });
export type Content = z.infer<typeof Content>;

export type Notification = {
  readonly notificationId: string;
  readonly message: MessageName;
  readonly template: string;
  readonly templateHash: string;
  readonly locale: Locale;
  readonly channel: 'email';
  readonly eventId: string;
  readonly customerId: string;
  readonly policyId: string;
  readonly claimId?: string;
  /** JWE of `Content` under the customer's key. It stands in the first record and never changes. */
  readonly content: string;
  readonly requestedAt: string;
  readonly status: NotificationStatus;
  readonly settledAt?: string;
  readonly reason?: string;
};
