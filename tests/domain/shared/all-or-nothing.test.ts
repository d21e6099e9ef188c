import { describe, expect, it } from 'vitest';
import { allOrNothing } from '../../../domain/shared/all-or-nothing.ts';
import { accept, type Decision, refuse } from '../../../domain/shared/decision.ts';

const together = (decisions: readonly Decision<number, 'too-late' | 'too-much'>[]) =>
  allOrNothing(decisions, (place) => `/items/${place}`);

describe('all or nothing', () => {
  it('accepts what is accepted throughout, in its order', () => {
    expect(together([accept(3), accept(1), accept(2)])).toEqual(accept([3, 1, 2]));
    expect(together([])).toEqual(accept([]));
  });

  it('refuses with the first refusal and its place, and names every other', () => {
    const decision = together([accept(1), refuse('too-much', { most: 5 }), accept(2), refuse('too-late')]);
    expect(decision).toEqual({
      ok: false,
      code: 'too-much',
      facts: { most: 5, pointer: '/items/1' },
      problems: [
        { pointer: '/items/1', code: 'too-much' },
        { pointer: '/items/3', code: 'too-late' },
      ],
    });
  });
});
