import { describe, expect, it } from 'vitest';
import { type AuthorityBand, authorityOf } from '../../../domain/claims/authority.ts';

const bands: readonly AuthorityBand[] = [
  { from: '2026-07-01T00:00:00.000Z', role: 'approver', currency: 'CNY', most: 300 },
  { from: '2026-01-01T00:00:00.000Z', role: 'approver', currency: 'CNY', most: 200 },
  { from: '2026-01-01T00:00:00.000Z', role: 'director', currency: 'CNY', most: 900 },
];

describe('authorityOf', () => {
  it('changes at the very instant from which a newer band counts', () => {
    expect(authorityOf(['approver'], 'CNY', '2026-06-30T23:59:59.999Z', bands)).toBe(200);
    expect(authorityOf(['approver'], 'CNY', '2026-07-01T00:00:00.000Z', bands)).toBe(300);
  });

  it('is that of the highest role', () => {
    expect(authorityOf(['director', 'approver'], 'CNY', '2026-02-01T00:00:00.000Z', bands)).toBe(900);
  });

  it('is nothing before the first band, in another currency, and for any other role', () => {
    expect(authorityOf(['approver'], 'CNY', '2025-12-31T23:59:59.999Z', bands)).toBe(0);
    expect(authorityOf(['approver'], 'EUR', '2026-07-01T00:00:00.000Z', bands)).toBe(0);
    expect(authorityOf(['handler'], 'CNY', '2026-07-01T00:00:00.000Z', bands)).toBe(0);
    expect(authorityOf([], 'CNY', '2026-07-01T00:00:00.000Z', bands)).toBe(0);
  });

  it('gives handlers nothing, approvers 5 000.00 and directors 50 000.00', () => {
    const given = ['claims_handler', 'claims_approver', 'claims_director'].map((role) =>
      authorityOf([role], 'CNY', '2026-11-23T08:00:00.000Z'),
    );
    expect(given).toEqual([0, 500_000, 5_000_000]);
    // Nobody had any before the bands began.
    const before = ['claims_approver', 'claims_director'];
    expect(authorityOf(before, 'CNY', '2025-12-31T23:59:59.999Z')).toBe(0);
  });
});
