import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../functions/_storage/walk.ts';

describe('how far a filtered list reads at once', () => {
  it.each([
    // A page first, fifty at most.
    [0, 0, 1, 1],
    [0, 0, 20, 20],
    [0, 0, 51, 50],
    // Nothing has fitted: as much as goes.
    [20, 0, 20, 50],
    // 17 of 20 have fitted and 3 are wanted: 3 × 20 / 17 = 3.5, and ten at least.
    [20, 17, 3, 10],
    // 5 of 20 have fitted and 10 are wanted: 10 × 20 / 5 = 40.
    [20, 5, 10, 40],
    // 13 × 20 / 5 = 52, but fifty at most.
    [20, 5, 13, 50],
    // Never more than two hundred in all.
    [170, 0, 20, 30],
    [195, 190, 20, 5],
  ])('after %i objects of which %i fitted, for %i more: %i', (looked, found, wanted, step) => {
    expect(nextStep(looked, found, wanted)).toBe(step);
  });
});
