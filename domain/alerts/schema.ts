import * as z from 'zod';
import { Instant, idOf } from '../shared/schema.ts';

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
export type Alert = z.infer<typeof Alert>;
