import { describe, expect, it } from 'vitest';
import { evolveStatement } from '../../../domain/billing/evolve-statement.ts';

const closed = {
  statementId: 'stm_1',
  after: 0,
  until: 4,
  lines: 3,
  total: 455,
  currency: 'CNY',
  closedAt: '2026-12-01T00:00:00.000Z',
};
const settled = {
  statementId: 'stm_1',
  amount: 455,
  currency: 'CNY',
  reference: 'BANK-1',
  settledAt: '2026-12-02T00:00:00.000Z',
};

describe('evolveStatement', () => {
  it('is owed when it is closed and paid when it is settled', () => {
    const owed = evolveStatement(undefined, { type: 'statement.closed', data: closed });
    expect(owed).toEqual({ ...closed, status: 'closed' });
    expect(evolveStatement(owed, { type: 'statement.settled', data: settled })).toMatchObject({
      status: 'settled',
      settlement: { amount: 455, reference: 'BANK-1' },
    });
  });

  it('cannot be settled before it is closed', () => {
    expect(() => evolveStatement(undefined, { type: 'statement.settled', data: settled })).toThrow('never closed');
  });
});
