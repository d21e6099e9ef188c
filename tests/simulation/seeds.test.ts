import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../local/entries.ts';
import { chanceOf } from './chance.ts';
import { randomFaults } from './faults.ts';
import { generatorOf } from './generators/all.ts';
import { addSeed, deadParts, emptyTally } from './report.ts';
import { runSeed } from './run-seed.ts';
import { shrink, storyOf } from './shrink.ts';

const entries = await loadEntries();
const operations = entries.endpoints.map(({ contract }) => contract.id);

describe('the simulation', () => {
  it('has a generator for every endpoint of every contract', () => {
    for (const endpoint of entries.endpoints) expect(generatorOf(endpoint).weight).toBeGreaterThan(0);
    expect(entries.endpoints.length).toBeGreaterThan(25);
  });

  it.each([3, 7, 10])('is the same run, byte for byte, for the same seed: %i', async (seed) => {
    const once = await runSeed({ entries, seed, commands: 30 });
    const again = await runSeed({ entries, seed, commands: 30 });
    expect(again.digest()).toBe(once.digest());
    expect(again.story).toEqual(once.story);
    expect([...again.faults]).toEqual([...once.faults]);
  });

  it('is another run for another seed', async () => {
    const [one, other] = [
      await runSeed({ entries, seed: 1, commands: 10 }),
      await runSeed({ entries, seed: 2, commands: 10 }),
    ];
    expect(one.digest()).not.toBe(other.digest());
  });

  it('fails when a fault is never injected, an operation never succeeds or an invariant never looks', () => {
    const tally = emptyTally();
    tally.seeds = 500;
    const dead = deadParts(tally, operations);
    expect(dead).toContain('A fault was never injected: write timeout-after');
    expect(dead).toContain('An operation never succeeded: approveClaim');
    expect(dead).toContain('An invariant never looked at anything: M6');
  });

  it('counts what it injected, and injects nothing once it is healed', () => {
    const faults = randomFaults(chanceOf(4, 'faults'));
    const injected = Array.from({ length: 2_000 }, () => faults.at('write')).filter((kind) => kind !== undefined);
    expect([...faults.counts.values()].reduce((sum, one) => sum + one, 0)).toBe(injected.length);
    faults.heal();
    expect(Array.from({ length: 2_000 }, () => faults.at('write')).every((kind) => kind === undefined)).toBe(true);
  });

  it('tells a failure as a story without the commands and faults that it does not need', async () => {
    const plan = { entries, seed: 5, commands: 8 };
    const real = await runSeed(plan);
    // A violation that only command 3 can cause, so that the story must keep it and may lose all others.
    const failing = (result: typeof real): typeof real => ({
      ...result,
      violations: result.story.some((line) => line.startsWith('command 3 '))
        ? [{ invariant: 'V1', what: 'planted' }]
        : [],
    });
    const smallest = await shrink(plan, failing(real), async (smaller) => failing(await runSeed(smaller)));
    expect([...(smallest.plan.skip ?? [])].toSorted()).toEqual([1, 2, 4, 5, 6, 7, 8]);
    expect(storyOf(smallest).join('\n')).toContain('V1 is broken: planted');
  });

  it('adds up what seeds came to', async () => {
    const tally = emptyTally();
    const result = await runSeed({ entries, seed: 9, commands: 12 });
    addSeed(tally, result);
    expect(tally).toMatchObject({ seeds: 1, commands: result.commands, failures: [] });
  });
});
