import type { RefusalCatalogue } from '../shared/refusal.ts';

export const billingRefusals = {
  'nothing-to-settle': {
    kind: 'invalid-state',
    title: 'There is nothing to settle',
    titleZh: '无可结算内容',
    happened: 'No premium that the partner collected has moved since the last statement.',
    remedy: 'Close a statement again when policies were sold or cancelled on credit terms.',
    example: { after: 120 },
  },
  'statement-not-found': {
    kind: 'not-found',
    title: 'No such statement',
    titleZh: '账单不存在',
    happened: 'There is no statement with this id, or it belongs to another tenant.',
    remedy: 'Compare the id with the one that closing it answered.',
    example: { statementId: 'stm_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'statement-already-settled': {
    kind: 'conflict',
    title: 'The statement is already settled',
    titleZh: '账单已结清',
    happened: 'A settlement was booked on this statement before.',
    remedy: 'Book the money on the statement that it belongs to.',
    example: { reference: 'BANK-20261201-17' },
  },
  'settlement-differs': {
    kind: 'not-eligible',
    title: 'The settlement is not the total of the statement',
    titleZh: '结算金额与账单不符',
    happened: 'The amount or the currency differs from what the statement says is owed.',
    remedy: 'Settle exactly the total of the statement, in its currency.',
    example: { total: 43200, currency: 'CNY' },
  },
} as const satisfies RefusalCatalogue;
