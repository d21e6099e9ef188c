import { describe, expect, it } from 'vitest';
import { plants } from './plants.ts';
import { aRun, runRequests } from './run.ts';

/** A few hundred requests of an operation are what a check asks of it. */
const requestsMax = 1_000;

describe('hostile requests', () => {
  it('find nothing where nothing is planted', async () => {
    const tally = await runRequests(await aRun({ seed: 7 }), { first: 0, requests: 500 });
    expect(tally.findings).toEqual([]);
    expect(tally.requests).toBe(500);
  });

  it.each(Object.entries(plants))('find %s', async (_name, { rule, operation, planted }) => {
    const run = await aRun({ seed: 7, operation, planted: planted() });
    const found = await runRequests(run, { first: 0, requests: requestsMax }, ({ findings }) => findings.length > 0);
    const [finding] = found.findings;
    expect(finding?.faults.map((fault) => fault.rule)).toContain(rule);
    // What is told is as little as breaks the rule: here one change, or none at all.
    expect(finding?.steps.length).toBe(1);
  });
});
