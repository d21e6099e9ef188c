/** How a price was checked: on the vendor's own page, on pages of others that agree, or not at all. */
type Checked = 'own page' | 'pages of others' | 'not checked';

export type Price = {
  readonly usd: number;
  /** For so many units: `0.2` for `1_000_000` requests. */
  readonly per: number;
  readonly unit: string;
  readonly page: string;
  readonly checked: Checked;
};

const page = (service: string): string => `https://aws.amazon.com/${service}/pricing/`;
const million = 1_000_000;

/** When, and for which Region, these list prices were looked up. Free tiers and volume discounts are left out. */
export const priced = { on: '2026-11-26', region: 'us-east-1' } as const;

/** List prices: replace them by those of your Region and contract, and every figure follows. */
export const prices = {
  edgeRequests: { usd: 0.01, per: 10_000, unit: 'HTTPS requests', page: page('cloudfront'), checked: 'not checked' },
  edgeFunctions: { usd: 0.1, per: million, unit: 'invocations', page: page('cloudfront'), checked: 'pages of others' },
  edgeBytes: { usd: 0.085, per: 1, unit: 'GB', page: page('cloudfront'), checked: 'own page' },
  firewalls: { usd: 5, per: 1, unit: 'web ACLs', page: page('waf'), checked: 'pages of others' },
  firewallRules: { usd: 1, per: 1, unit: 'rules', page: page('waf'), checked: 'pages of others' },
  firewallRequests: { usd: 0.6, per: million, unit: 'requests', page: page('waf'), checked: 'pages of others' },
  apiRequests: { usd: 1, per: million, unit: 'requests', page: page('api-gateway'), checked: 'pages of others' },
  functionCalls: { usd: 0.2, per: million, unit: 'calls', page: page('lambda'), checked: 'pages of others' },
  functionSeconds: {
    ...{ usd: 13.3334, per: million, unit: 'GB-seconds on arm64' },
    ...{ page: page('lambda'), checked: 'pages of others' },
  },
  writeUnits: { usd: 0.625, per: million, unit: 'write units', page: page('dynamodb'), checked: 'pages of others' },
  readUnits: { usd: 0.125, per: million, unit: 'read units', page: page('dynamodb'), checked: 'pages of others' },
  replicaUnits: {
    ...{ usd: 0.625, per: million, unit: 'write units in the other Region' },
    ...{ page: page('dynamodb'), checked: 'not checked' },
  },
  streamReads: { usd: 0.02, per: 100_000, unit: 'reads', page: page('dynamodb'), checked: 'not checked' },
  pipeRequests: { usd: 0.4, per: million, unit: 'records', page: page('eventbridge'), checked: 'pages of others' },
  busEvents: { usd: 1, per: million, unit: 'events', page: page('eventbridge'), checked: 'pages of others' },
  timerRuns: { usd: 1, per: million, unit: 'runs', page: page('eventbridge'), checked: 'pages of others' },
  queueRequests: { usd: 0.4, per: million, unit: 'requests', page: page('sqs'), checked: 'pages of others' },
  archivePuts: { usd: 0.005, per: 1_000, unit: 'PUTs', page: page('s3'), checked: 'not checked' },
  keys: { usd: 1, per: 1, unit: 'keys', page: page('kms'), checked: 'own page' },
  keyRequests: { usd: 0.03, per: 10_000, unit: 'requests', page: page('kms'), checked: 'pages of others' },
  secrets: { usd: 0.4, per: 1, unit: 'secrets', page: page('secrets-manager'), checked: 'pages of others' },
  secretReads: { usd: 0.05, per: 10_000, unit: 'calls', page: page('secrets-manager'), checked: 'pages of others' },
  logBytes: { usd: 0.5, per: 1, unit: 'GB taken in', page: page('cloudwatch'), checked: 'pages of others' },
  logMonths: { usd: 0.03, per: 1, unit: 'GB-months kept', page: page('cloudwatch'), checked: 'not checked' },
  alarmMetrics: { usd: 0.1, per: 1, unit: 'metrics in alarms', page: page('cloudwatch'), checked: 'pages of others' },
  compositeAlarms: { usd: 0.5, per: 1, unit: 'alarms', page: page('cloudwatch'), checked: 'pages of others' },
  dashboards: { usd: 3, per: 1, unit: 'dashboards', page: page('cloudwatch'), checked: 'pages of others' },
  customMetrics: { usd: 0.3, per: 1, unit: 'metrics', page: page('cloudwatch'), checked: 'pages of others' },
  traces: { usd: 5, per: million, unit: 'traces', page: page('xray'), checked: 'not checked' },
  mails: { usd: 0.1, per: 1_000, unit: 'mails', page: page('ses'), checked: 'not checked' },
} as const satisfies Readonly<Record<string, Price>>;
export type PriceName = keyof typeof prices;
