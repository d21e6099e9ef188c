import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { beyond, type Flow, flows, stories } from '../../../infra/cost/flows.ts';
import { totalOf, usdOf } from '../../../infra/cost/lines.ts';
import { billOf, runsOf } from '../../../infra/cost/per-flow.ts';
import { groupsOf } from '../../../infra/groups.ts';

const capabilities = await loadCapabilities();
const memory = new Map([
  ['split-records', 512],
  ...groupsOf(capabilities).map(({ name }): [string, number] => [name, name === 'create-quote' ? 1_024 : 512]),
]);
const given = { runs: runsOf(capabilities, memory), hasStandby: false, logDays: 30 };
const million = 1_000_000;

const lineOf = (flow: Flow, of: string, change: Partial<typeof given> = {}) => {
  const found = billOf(flow, million, { ...given, ...change }).find((line) => line.of === of);
  return found === undefined ? undefined : { quantity: found.quantity, usd: usdOf(found) };
};

/** A policy that is bound by one call of 10 write units and told to one customer, in two records of one event each. */
const small: Flow = {
  operations: {
    bindPolicy: { calls: 1, readUnits: 6, writeUnits: 10, logBytes: 500 },
    notifyCustomers: { calls: 1, readUnits: 2, writeUnits: 0, logBytes: 500 },
  },
  ...{ records: 2, events: 2, wakeUps: 1, recordedBytes: 400 },
};

describe('billOf', () => {
  it('counts the time of a function by its memory: 20 ms of 1 GB are 0.02 GB-seconds, a million of them $0.27', () => {
    // 1,000,000 × 0.020 s × 1 GB = 20,000 GB-s; × $13.3334 / 1,000,000 = $0.266668.
    expect(lineOf(flows.quote, 'functionSeconds')).toEqual({ quantity: 20_000, usd: expect.closeTo(0.266668, 9) });
  });
  it('counts what operations and the audit write: 10 units and 2 records of 6, a million times, are $13.75', () => {
    // (10 + 2 × 6) × 1,000,000 = 22,000,000 units; × $0.625 / 1,000,000 = $13.75.
    expect(lineOf(small, 'writeUnits')).toEqual({ quantity: 22_000_000, usd: 13.75 });
    expect(lineOf(small, 'replicaUnits')).toBeUndefined();
    expect(lineOf(small, 'replicaUnits', { hasStandby: true })).toEqual({ quantity: 22_000_000, usd: 13.75 });
  });
  it('counts every function that is called: two by themselves, and outbox and audit for each of two records', () => {
    // 1 + 1 + 2 + 2 = 6 calls; 6,000,000 × $0.20 / 1,000,000 = $1.20.
    expect(lineOf(small, 'functionCalls')).toEqual({ quantity: 6_000_000, usd: expect.closeTo(1.2, 9) });
  });
  it('counts events: two records, what happened in them, and a wake-up', () => {
    expect(lineOf(small, 'busEvents')).toEqual({ quantity: 5_000_000, usd: 5 });
  });
  it('asks a queue three times for each delivery: one to the customer, two to the audit', () => {
    expect(lineOf(small, 'queueRequests')).toEqual({ quantity: 9_000_000, usd: expect.closeTo(3.6, 9) });
  });
  it('takes in what lines hold: ours, 350 bytes of Lambda for each call, 300 of the door for each request', () => {
    // 500 + 500 + 400 + 6 × 350 + 1 × 300 = 3,800 bytes; a million are 3.8 GB, at $0.50 $1.90.
    expect(lineOf(small, 'logBytes')).toEqual({ quantity: 3.8, usd: 1.9 });
  });
  it('of a quote touches no table, no bus and no queue', () => {
    const bill = billOf(flows.quote, million, given).map(({ of }) => of);
    for (const of of ['writeUnits', 'readUnits', 'busEvents', 'queueRequests', 'archivePuts', 'mails'])
      expect(bill).not.toContain(of);
    expect(totalOf(billOf(flows.quote, million, given))).toBeLessThan(10);
  });
  it('refuses a flow with an operation that no contract has', () => {
    const unknown = { ...small, operations: { sendTelegram: { calls: 1, readUnits: 0, writeUnits: 0, logBytes: 0 } } };
    expect(() => billOf(unknown, 1, given)).toThrow('No contract has the operation sendTelegram.');
  });
});

describe('beyond', () => {
  it('leaves what a claim adds to a policy', () => {
    expect(flows.claim.records).toBe(stories.claim.records - stories.policy.records);
    expect(flows.claim.operations['createQuote']).toBeUndefined();
    expect(flows.claim.operations['reportClaim']?.calls).toBe(1);
    expect(beyond(stories.claim, stories.claim)).toEqual({
      ...{ operations: {}, records: 0, events: 0, wakeUps: 0, recordedBytes: 0 },
    });
  });
});
