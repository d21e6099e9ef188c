import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../functions/_kit/metrics.ts';
import { type AlarmSpec, alarm, type Bell } from './alarms.ts';

/** An alarm on what the book says of itself: on lines with one operation, by what they measure. */
export type BookAlarm = Pick<AlarmSpec, 'of' | 'at' | 'says' | 'look' | 'severity' | 'promises'> & {
  readonly operation: string;
  readonly outcomes: readonly string[];
  readonly metric: MetricName;
  /** It rings while so many stand in so many minutes. */
  readonly minutes: number;
};

/** What no count of failures shows, for the entry that meets it answers as it should. */
export const bookAlarmSpecs: readonly BookAlarm[] = [
  {
    of: 'webhook signatures are wrong',
    ...{ operation: 'receivePaymentWebhook', outcomes: ['webhook-signature-invalid'], metric: 'calls' },
    // The provider repeats a webhook a few times by itself, and strangers try one or two.
    ...{ at: 10, minutes: 5 },
    says:
      'Premium that customers have paid is not booked, for the secret of the webhooks is wrong; ' +
      'or somebody forges payments.',
    look: 'the inbox of webhooks (/v1/webhook-inbox): whether the provider’s own still come, and which secret it has.',
    severity: 'orange',
  },
  {
    of: 'payouts are stuck',
    ...{ operation: 'fireDuePolicy', outcomes: ['recorded'], metric: 'stuckPayouts' },
    // It is asked after ten minutes after it was sent, and again after twenty more where nobody could say.
    ...{ at: 1, minutes: 60 },
    says: 'Customers wait for their money: nobody knows whether the provider has paid it out.',
    look: 'open alerts of the cause payout-unknown (/v1/alerts), and what the provider says of its own state.',
    severity: 'orange',
    promises: ['claims-are-paid'],
  },
  {
    of: 'a chain is broken',
    ...{ operation: 'appendRecords', outcomes: ['recorded'], metric: 'alerts' },
    ...{ at: 1, minutes: 60 },
    says: 'A record contradicts the one before it or its own hash: somebody changed what was, or a fault did.',
    look: 'the open alert of the cause chain-break (/v1/alerts): it names object and record; then npm run verify.',
    // The promise that it breaks rings red.
    severity: 'orange',
    promises: ['evidence-holds'],
  },
];

/** Nothing measured is nothing wrong, and not the last that was measured. */
const countOf = ({ of, operation, outcomes, metric, minutes }: BookAlarm): MathExpression => {
  const period = Duration.minutes(minutes);
  const metrics = outcomes.map((outcome, at) => {
    const dimensionsMap = { operation, outcome };
    return [
      `m${at}`,
      new Metric({ namespace: 'Bindery', metricName: metric, dimensionsMap, period, statistic: 'Sum' }),
    ] as const;
  });
  const expression = metrics.map(([name]) => `FILL(${name}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(metrics), label: of, period });
};

/** Puts up the alarms on what the book says of itself. */
export const bookAlarms = (bell: Bell): void => {
  for (const spec of bookAlarmSpecs) alarm(bell, { ...spec, metric: countOf(spec) });
};
