import type { Mutant } from '../mutant.ts';

const receive = 'domain/payments/receive-payment.ts';
const send = 'functions/payments/send-disbursement.ts';
const postings = 'domain/policies/postings.ts';

/** Bugs of money: booked twice, not at all, in another amount, or moved without being known. */
export const moneyMutants: readonly Mutant[] = [
  {
    name: 'books a payment again when another event tells of it',
    breaks: ['M1'],
    file: receive,
    text: "if (payment.paymentId in policy.payments) return { to: 'nobody' };",
    by: '',
  },
  {
    name: 'takes any amount for the premium',
    breaks: ['M3'],
    file: receive,
    text: "if (payment.amount !== policy.terms.premium.gross) return { to: 'unmatched', reason: 'wrong-amount' };",
    by: '',
  },
  {
    name: 'drops money that it cannot place',
    breaks: ['M1'],
    file: 'functions/payments/book-payment.ts',
    text: "return unit.commit({ unmatched: kept }, () => ({ received: true, outcome: 'unmatched' }), { unchanged: 'policy' });",
    by: "return accept({ received: kept.events.length > 0, outcome: 'known' } as const);",
  },
  {
    name: 'books waiting money as if it came in again',
    breaks: ['M2'],
    file: 'domain/payments/apply-unmatched.ts',
    text: "transfer('unapplied', 'receivable'",
    by: "transfer('cash', 'receivable'",
  },
  {
    name: 'writes premium without its tax',
    breaks: ['M3'],
    file: postings,
    text: "...transfer(owedBy, 'tax_payable', split.tax, currency),",
    by: '',
  },
  {
    name: 'rounds the commission down to whole yuan',
    breaks: ['M3'],
    file: postings,
    text: "...transfer('commission_expense', 'commission_payable', split.commission, currency),",
    by: "...transfer('commission_expense', 'commission_payable', Math.floor(split.commission / 100) * 100, currency),",
  },
  {
    name: 'keeps the tax of a premium that it returns',
    breaks: ['M7'],
    file: postings,
    text: "...transfer('tax_payable', against, refund.tax, currency),",
    by: '',
  },
  {
    name: 'loses the remainder of a premium that is earned',
    breaks: ['M7'],
    file: 'domain/shared/ledger.ts',
    text: "-(balances['unearned_premium'] ?? 0), currency)",
    by: "Math.floor(-(balances['unearned_premium'] ?? 0) / 100) * 100, currency)",
  },
  {
    name: 'refunds less than it owes',
    breaks: ['M4'],
    file: 'domain/policies/cancel-policy.ts',
    text: '...refundRequested(policy, refund.gross, given),',
    by: '...refundRequested(policy, refund.gross - 1, given),',
  },
  {
    name: 'refunds a premium twice',
    breaks: ['M4'],
    file: 'domain/policies/cancel-policy.ts',
    text: 'refund.gross, given),',
    by: 'refund.gross, given), ...refundRequested(policy, refund.gross, { ...given, disbursementId: policyId }),',
  },
  {
    name: 'calls money that nobody knows of failed',
    breaks: ['M9'],
    file: send,
    text: "return { status: 'nothing' };",
    by: "return { status: 'failed', reason: 'no answer' };",
  },
  {
    name: 'sends money again under a new key where it should ask',
    breaks: ['M4', 'M6'],
    file: send,
    text: 'const answer = seen ?? (await ports.provider.send(instruction));',
    by: 'const answer = await ports.provider.send({ ...instruction, key: seen?.providerId ?? instruction.key });',
  },
  {
    name: 'sends money before it commits that it will',
    breaks: ['M9', 'M2'],
    file: send,
    text: 'if (isFresh) stood = !(await besides(() => first.commit({ policy: submitted }, () => undefined)));',
    by: 'if (isFresh) stood = !(await besides(async () => submitted));',
  },
  {
    name: 'books money that is out already once more',
    breaks: ['M2'],
    file: 'domain/payments/lifecycle.ts',
    text: "settle: ['submitted', 'unknown', 'failed'],",
    by: "settle: ['submitted', 'unknown', 'failed', 'succeeded'],",
  },
  {
    name: 'pays claims out of what is owed as refunds',
    breaks: ['M4', 'M6'],
    file: 'domain/payments/disburse.ts',
    text: "kind === 'refund' ? 'refund_payable' : 'claims_payable'",
    by: "kind === 'refund' ? 'refund_payable' : 'refund_payable'",
  },
  {
    name: 'settles a statement as often as it is asked to',
    breaks: ['M2'],
    file: 'domain/billing/settle-statement.ts',
    text: 'if (statement.settlement !== undefined) {',
    by: 'if (statement.settlement?.amount === -1) {',
  },
  {
    name: 'bills the last record of a statement again',
    breaks: ['M2'],
    file: 'functions/billing/close-statement.ts',
    text: 'newest.items[0]?.until ?? 0',
    by: 'Math.max(0, (newest.items[0]?.until ?? 0) - 1)',
  },
];
