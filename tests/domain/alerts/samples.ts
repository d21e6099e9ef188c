import type { Alert } from '../../../domain/alerts/schema.ts';

/** An alert that waits for somebody. */
export const anAlert = (change: Partial<Alert> = {}): Alert => ({
  alertId: 'alr_01jd8x2k7v5m3q9w4t6y8r0z1b',
  status: 'raised',
  severity: 'orange',
  cause: 'unmatched-money',
  subject: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b',
  facts: { amount: 432 },
  raisedAt: '2026-11-23T08:00:00.000Z',
  ...change,
});
