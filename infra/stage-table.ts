import type { Stage } from './stages.ts';

type Row = Omit<Stage, 'name' | 'writer' | 'domain' | 'docsUrl' | 'mail' | 'backups' | 'alarmEmail'> & {
  /** Whether the table is exported to another account every day. */
  readonly exports: boolean;
};

/** What a rehearsal and the real thing have in common, so that what was seen in one is true of the other. */
const alike = {
  logDays: 365,
  memoryMb: { own: 1_024, shared: 512 },
  deployment: 'canary',
  // A new account gets 10,000 a second in a Region. Addresses and tokens that ask more than any limit of ours allows
  // are floods: the largest limit is 500 a second for a provider's webhooks (docs/reference/limits.md).
  throttle: { rate: 10_000, burst: 5_000 },
  flood: { perAddress: 150_000, perToken: 60_000 },
} as const;

/** The three stages. Whatever differs between them stands here and nowhere else. */
export const stageTable = {
  /** One developer's: thrown away with its stacks. */
  dev: {
    regions: { home: 'ap-southeast-1' },
    keepsData: false,
    archive: { mode: 'governance', days: 1 },
    logDays: 7,
    memoryMb: { own: 1_024, shared: 512 },
    reserved: {},
    deployment: 'all-at-once',
    // A quarter of it still is more than one provider or ten addresses may ask (tests/infra/front-door.test.ts).
    throttle: { rate: 4_000, burst: 5_000 },
    flood: { perAddress: 150_000, perToken: 60_000 },
    // What stands there, and every metric once (docs/operations/cost.md), with a little to try things out.
    budgetUsd: 500,
    exports: false,
  },
  /** The rehearsal: as production, but that its data may go. */
  staging: {
    ...alike,
    regions: { home: 'ap-southeast-1' },
    keepsData: false,
    archive: { mode: 'governance', days: 7 },
    logDays: 30,
    reserved: {},
    budgetUsd: 600,
    exports: false,
  },
  prod: {
    ...alike,
    regions: { home: 'ap-southeast-1', standby: 'ap-northeast-1' },
    keepsData: true,
    // Policies and claims are kept for ten years after a contract has ended.
    archive: { mode: 'compliance', days: 3_653 },
    // A flood of anything else leaves these to those who buy, to the tokens that they need, and to providers who tell
    // of money.
    reserved: { 'create-quote': 200, 'policies-partner': 100, 'partners-anyone': 100, 'payments-provider': 50 },
    budgetUsd: 2_000,
    exports: true,
  },
} as const satisfies Readonly<Record<string, Row>>;
