import type { SeriesQuery } from '../metrics/series.ts';

export type ChartLine = {
  /** What the line is called, or begins with where one query gives several. */
  readonly label?: string;
  readonly query: SeriesQuery;
};
export type Chart = {
  readonly id: string;
  readonly title: string;
  readonly unit: 'count' | 'ms' | 's' | 'money';
  /** What a person should know to read it. */
  readonly about: string;
  readonly lines: readonly ChartLine[];
};

const entry = ['operation', 'outcome'];
const bindery = (name: string, statistic: string, more: Partial<SeriesQuery> = {}): SeriesQuery => ({
  ...{ namespace: 'Bindery', name, dimensions: entry, statistic },
  ...more,
});
const counted = (label: string, name: string, where?: SeriesQuery['where']): ChartLine => ({
  label,
  query: bindery(name, 'Sum', where === undefined ? {} : { where }),
});
const queues = (name: string): readonly ChartLine[] => [
  {
    query: { ...{ namespace: 'AWS/SQS', name, dimensions: ['QueueName'] }, by: 'QueueName', statistic: 'Maximum' },
  },
];

/** Money is a metric of each currency: whichever there are. */
const money = (label: string, name: string): ChartLine => counted(label, `${name}*`);

const gateway = (stage: string, label: string, name: string, statistic = 'Sum'): ChartLine => ({
  label,
  query: {
    ...{ namespace: 'AWS/ApiGateway', name, dimensions: ['ApiId'], where: { ApiId: `bindery-${stage}` } },
    statistic,
  },
});

/** The charts of the page, of a stage; `operation` narrows the one that is about a single operation. */
export const chartsOf = (stage: string, operation = ''): readonly Chart[] => [
  {
    ...{ id: 'requests', title: 'Requests', unit: 'count', about: 'What the front door answered.' },
    lines: [
      gateway(stage, 'requests', 'Count'),
      gateway(stage, 'refused (4xx)', '4xx'),
      gateway(stage, 'failed (5xx)', '5xx'),
    ],
  },
  {
    ...{ id: 'latency', title: 'Latency', unit: 'ms', about: 'All requests, from the chain’s start to its answer.' },
    lines: [gateway(stage, 'p50', 'Latency', 'p50'), gateway(stage, 'p99', 'Latency', 'p99')],
  },
  {
    ...{ id: 'operation', title: 'One operation', unit: 'ms', about: 'Those that succeeded.' },
    lines: ['p50', 'p99'].map((label) => ({ label, query: bindery('ms', label, { where: { operation } }) })),
  },
  {
    ...{ id: 'slowest', title: 'Slowest operations', unit: 'ms', about: 'The 99th percentile of each.' },
    lines: [{ query: bindery('ms', 'p99', { by: 'operation' }) }],
  },
  {
    ...{ id: 'outcomes', title: 'Outcomes', unit: 'count', about: 'Of requests, events and ticks.' },
    lines: [{ query: bindery('calls', 'Sum', { by: 'outcome' }) }],
  },
  {
    ...{ id: 'sales', title: 'Sales', unit: 'count', about: 'Baskets quoted, contracts concluded and ended.' },
    lines: [
      counted('quotes', 'calls', { operation: 'createQuote', outcome: 'ok' }),
      counted('policies', 'policies'),
      counted('cancelled', 'cancelled'),
      counted('lapsed', 'lapsed'),
    ],
  },
  {
    ...{
      id: 'money-in',
      title: 'Premium',
      unit: 'money',
      about: 'Agreed with customers; and what came and fits nothing.',
    },
    lines: [money('premium', 'premium'), money('unmatched', 'unmatched')],
  },
  {
    ...{ id: 'claims', title: 'Claims', unit: 'count', about: 'Losses reported, payouts confirmed, payouts stuck.' },
    lines: [counted('claims', 'claims'), counted('payouts', 'payouts'), counted('stuck payouts', 'stuckPayouts')],
  },
  {
    ...{ id: 'money-out', title: 'Paid', unit: 'money', about: 'To claimants, and back to customers.' },
    lines: [money('paid', 'paid'), money('refunded', 'refunded')],
  },
  {
    ...{
      id: 'queues',
      title: 'Queue ages',
      unit: 's',
      about: 'How long the oldest event has waited for its subscriber.',
    },
    lines: queues('ApproximateAgeOfOldestMessage'),
  },
  {
    ...{ id: 'dead', title: 'Dead letters', unit: 'count', about: 'Events that nobody could take, by queue.' },
    lines: queues('ApproximateNumberOfMessagesVisible'),
  },
];
