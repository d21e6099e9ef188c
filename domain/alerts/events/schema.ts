import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { AlertId, Severity } from '../schema.ts';

const by = z.string().meta({ description: 'Who did it.' });

/** The data of every event of an alert. */
export const alertEvents = {
  'alert.raised': z
    .strictObject({
      alertId: AlertId,
      severity: Severity,
      cause: z.string(),
      subject: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      raisedAt: Instant,
    })
    .meta({ description: 'Something needs a person: it waits in the queue of alerts.' }),
  'alert.acknowledged': z
    .strictObject({ alertId: AlertId, by, at: Instant })
    .meta({ description: 'Somebody has taken the alert on.' }),
  'alert.closed': z
    .strictObject({ alertId: AlertId, by, at: Instant, resolution: z.string() })
    .meta({ description: 'The alert is dealt with, and how is noted.' }),
};
