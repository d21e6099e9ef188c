import * as z from 'zod';
import { type Fact, Instant, idOf } from '../shared/schema.ts';

export const AlertId = idOf('alr', 'The alert.');

export const Severity = z
  .enum(['red', 'orange', 'yellow'])
  .meta({ description: 'Red: act now; orange: act today; yellow: watch.' });

/** An alert as it is kept and shown (lifecycles 6.10). */
export const Alert = z
  .strictObject({
    alertId: AlertId,
    status: z.enum(['raised', 'acknowledged', 'closed']).meta({ description: 'Where the alert stands.' }),
    severity: Severity,
    cause: z.string().meta({ description: 'What went wrong, as a code.', example: 'unmatched-money' }),
    subject: z.string().meta({ description: 'The id of what it is about.' }),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .meta({ description: 'Details, free of personal data.' }),
    raisedAt: Instant,
    acknowledged: z.strictObject({ by: z.string(), at: Instant }).optional().meta({ description: 'Who took it on.' }),
    closed: z
      .strictObject({ by: z.string(), at: Instant, resolution: z.string() })
      .optional()
      .meta({ description: 'Who closed it, and how it was resolved.' }),
  })
  .meta({ id: 'Alert', description: 'Something that a person must look at.' });
export type Alert = Fact<z.infer<typeof Alert>>;

export const CloseAlert = z
  .strictObject({
    resolution: z
      .string()
      .trim()
      .min(1)
      .max(500)
      // It stays in the record for ever, where no personal data may stand; what people paste by mistake is caught here.
      .regex(
        /^(?![\s\S]*(@|\d{11}))[\s\S]*$/,
        'Leave out e-mail addresses, telephone numbers and numbers of documents.',
      )
      .meta({ description: 'How it was resolved, without personal data.', example: 'Applied to the right policy.' }),
  })
  .meta({ id: 'CloseAlert', description: 'How an alert was resolved.' });
export type CloseAlert = z.infer<typeof CloseAlert>;

export const AlertPage = z
  .strictObject({
    items: z.array(Alert).meta({ description: 'Alerts that are not closed, oldest first.' }),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'AlertPage', description: 'A page of alerts that wait for a person.' });
