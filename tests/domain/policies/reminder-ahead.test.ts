import { describe, expect, it } from 'vitest';
import { reminderAhead } from '../../../domain/policies/reminder-ahead.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, someTerms } from '../../support/policies.ts';

const remindAt = { premium: '2026-11-24T02:00:00.000Z', renewal: '2027-10-24T16:00:00.000Z' };
const ahead = (change: Partial<Policy>) => reminderAhead(aPolicyState({ terms: someTerms({ remindAt }), ...change }));

describe('reminderAhead', () => {
  it('is of the premium while that is unpaid', () => {
    expect(ahead({})).toEqual({ kind: 'premium', at: remindAt.premium });
    expect(ahead({ premium: 'paid' })).toBeUndefined();
    expect(ahead({ premium: 'credit' })).toBeUndefined();
  });

  it('is of the end of cover while it is on risk', () => {
    expect(ahead({ status: 'on-risk', premium: 'paid' })).toEqual({ kind: 'renewal', at: remindAt.renewal });
  });

  it('is of nothing that was reminded of', () => {
    expect(ahead({ reminded: ['premium'] })).toBeUndefined();
    expect(ahead({ status: 'on-risk', premium: 'paid', reminded: ['premium'] })?.kind).toBe('renewal');
    expect(ahead({ status: 'on-risk', premium: 'paid', reminded: ['renewal'] })).toBeUndefined();
  });

  it.each(['expired', 'cancelled'] as const)('is of nothing once the policy is %s', (status) => {
    expect(ahead({ status })).toBeUndefined();
  });

  it('is of nothing where the product does not remind', () => {
    expect(reminderAhead(aPolicyState())).toBeUndefined();
    expect(ahead({ terms: someTerms({ remindAt: { renewal: remindAt.renewal } }) })).toBeUndefined();
  });
});
