import { afterAll, describe, expect, it, vi } from 'vitest';
import { goHome, hunted } from './planted/catch.ts';
import { plantedIn } from './planted/mutant.ts';
import { mutants } from './planted/mutants.ts';
import { invariants } from './violation.ts';

/** So many seeds a bug may hide in, so that it is still found when what a seed does has changed. */
const seedsMax = 400;

// Two at a time, for each takes a core.
vi.setConfig({ maxConcurrency: 2 });

afterAll(goHome);

describe('a planted bug', { concurrent: true }, () => {
  it.each(mutants)('is found that $name', async ({ breaks, from = 1, ...mutant }) => {
    const prey = await hunted({ mutant: { ...mutant, breaks }, first: from, seeds: seedsMax });
    expect(prey.what, `${prey.seeds} seeds broke ${prey.broken.join(', ') || 'nothing'}`).not.toBe('');
  });

  it('is all that is found: without one, the same seeds break nothing', async () => {
    expect(await hunted({ first: 1, seeds: 40 })).toEqual({ seeds: 40, broken: [], what: '' });
  });
});

describe('the list of planted bugs', () => {
  it('has at least 24 bugs, each by its own name', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(24);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('has a bug for every invariant', () => {
    const broken = new Set(mutants.flatMap(({ breaks }) => breaks));
    expect(Object.keys(invariants).filter((one) => !broken.has(one as keyof typeof invariants))).toEqual([]);
  });

  it.each(['a = 1;', 'a = 2; b = 2; a = 2;'])('refuses a bug whose text does not stand exactly once: %s', (source) => {
    const mutant = { name: 'counts wrongly', file: 'x.ts', text: 'a = 2;', by: 'a = 3;' };
    expect(() => plantedIn(source, mutant)).toThrow(/times in x.ts, not once/);
    expect(plantedIn('a = 2;', mutant)).toBe('a = 3;');
  });

  it('fails where a bug no longer fits its file', async () => {
    const [one] = mutants;
    if (one === undefined) throw new Error('There are bugs.');
    await expect(hunted({ mutant: { ...one, text: 'no such text' }, first: 1, seeds: 1 })).rejects.toThrow('not once');
  });
});
