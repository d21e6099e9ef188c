import { describe, expect, it } from 'vitest';
import { evolveUnmatched } from '../../../domain/payments/evolve-unmatched.ts';

const data = {
  unmatchedId: 'unm_1',
  paymentId: 'pi_1',
  amount: 5,
  currency: 'CNY',
  reason: 'wrong-amount',
  receivedAt: '2026-11-23T08:00:00.000Z',
} as const;

describe('evolveUnmatched', () => {
  it('is open from its receipt until a policy takes it', () => {
    const open = evolveUnmatched(undefined, { type: 'unmatched.received', data });
    expect(open).toEqual({ ...data, status: 'open' });
    const applied = { unmatchedId: 'unm_1', policyId: 'pol_1', at: '2026-11-23T09:00:00.000Z' };
    expect(evolveUnmatched(open, { type: 'unmatched.applied', data: applied })).toMatchObject({
      status: 'applied',
      policyId: 'pol_1',
    });
  });

  it('cannot be applied before it is received', () => {
    const applied = { unmatchedId: 'unm_1', policyId: 'pol_1', at: '' };
    expect(() => evolveUnmatched(undefined, { type: 'unmatched.applied', data: applied })).toThrow('never received');
  });
});
