import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../domain/billing/schema.ts';
import { settleStatement } from '../../../domain/billing/settle-statement.ts';

const now = '2026-12-02T00:00:00.000Z';
const statement: Statement = {
  statementId: 'stm_1',
  status: 'closed',
  after: 0,
  until: 4,
  lines: 3,
  total: 455,
  currency: 'CNY',
  closedAt: '2026-12-01T00:00:00.000Z',
};
const settle = (change: object = {}, of: Statement = statement) =>
  settleStatement(of, { amount: 455, currency: 'CNY', reference: 'BANK-1', ...change }, { now });

describe('settleStatement', () => {
  it('books exactly the total and takes the debt away', () => {
    expect(settle()).toMatchObject({
      value: {
        events: [{ type: 'statement.settled', data: { amount: 455, settledAt: now } }],
        postings: [
          { account: 'cash', amount: 455 },
          { account: 'due_from_partner', amount: -455 },
        ],
      },
    });
  });

  it('refuses a cent more, a cent less and another currency', () => {
    for (const change of [{ amount: 454 }, { amount: 456 }, { currency: 'EUR' }]) {
      expect(settle(change)).toMatchObject({ code: 'settlement-differs', facts: { total: 455, currency: 'CNY' } });
    }
  });

  it('refuses a second settlement of the same statement', () => {
    const settled = { ...statement, settlement: { amount: 455, reference: 'BANK-0', settledAt: now } };
    expect(settle({}, settled)).toMatchObject({ code: 'statement-already-settled', facts: { reference: 'BANK-0' } });
  });
});
