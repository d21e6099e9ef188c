import { describe, expect, it } from 'vitest';
import { accept, type Decision, refuse } from '../../../domain/shared/decision.ts';

describe('a decision', () => {
  const admit = (age: number): Decision<number, 'too-old'> => (age > 65 ? refuse('too-old', { age }) : accept(age));

  it('carries its value when the answer is yes', () => {
    expect(admit(65)).toEqual({ ok: true, value: 65 });
  });

  it('carries a code and its facts when the answer is no', () => {
    expect(admit(66)).toEqual({ ok: false, code: 'too-old', facts: { age: 66 } });
  });

  it('needs no facts to refuse', () => {
    expect(refuse('too-old')).toEqual({ ok: false, code: 'too-old', facts: {} });
  });
});
