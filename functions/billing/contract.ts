import { billingRefusals } from '../../domain/billing/refusals.ts';
import { Statement } from '../../domain/billing/schema.ts';
import { SettleStatement, StatementPage } from '../../domain/billing/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { StatementPath, StatementsQuery } from './schema.ts';

const finance = { caller: 'staff', roles: ['finance'] } as const;
const params = StatementPath;

export const billing = capability('billing', {
  endpoints: {
    closeStatement: {
      ...finance,
      method: 'POST',
      path: '/statements',
      summary: 'Close a statement of what the partner owes',
      description:
        'Takes the feed from the end of the last statement, at most 1,000 records, and sums the premium that the partner collected; cancellations are negative lines.',
      scope: 'billing:write',
      response: Statement,
      success: 201,
      object: 'statement',
      refusals: pick(billingRefusals, 'nothing-to-settle'),
      reads: ['statement'],
      writes: ['statement'],
      emits: ['statement.closed'],
      lists: ['byKind', 'feed'],
      uses: [],
      ifBroken: 'Premium that partners collected is not claimed from them.',
    },
    settleStatement: {
      ...finance,
      method: 'POST',
      path: '/statements/{statementId}/settlements',
      summary: 'Book the partner’s payment of a statement',
      scope: 'billing:write',
      params,
      body: SettleStatement,
      response: Statement,
      success: 201,
      object: 'statement',
      refusals: pick(billingRefusals, 'statement-not-found', 'statement-already-settled', 'settlement-differs'),
      reads: ['statement'],
      writes: ['statement'],
      emits: ['statement.settled'],
      uses: [],
      ifBroken: 'Partners’ payments are not booked and their debts look unpaid.',
    },
    getStatement: {
      method: 'GET',
      path: '/statements/{statementId}',
      summary: 'Get a statement',
      caller: 'partner',
      scope: 'billing:read',
      params,
      response: Statement,
      success: 200,
      object: 'statement',
      refusals: pick(billingRefusals, 'statement-not-found'),
      reads: ['statement'],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Partners cannot see what one of their statements says.',
    },
    listStatements: {
      method: 'GET',
      path: '/statements',
      summary: 'List statements, newest first',
      caller: 'partner',
      scope: 'billing:read',
      query: StatementsQuery,
      response: StatementPage,
      success: 200,
      refusals: {},
      reads: ['statement'],
      writes: [],
      emits: [],
      lists: ['byKind'],
      uses: [],
      ifBroken: 'Partners cannot see what they owe.',
    },
  },
});
