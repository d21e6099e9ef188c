import { type Finding, finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { Acknowledged, Refused } from '../acknowledged.ts';
import type { Row } from './records.ts';

/** What the answer of each command names, and in which event of its record that must stand. */
const named: Readonly<Record<string, readonly [field: string, event: string]>> = {
  registerCustomer: ['customerId', 'customer.registered'],
  bindPolicy: ['policyId', 'policy.bound'],
  recordMilestone: ['policyId', 'policy.milestone-recorded'],
  cancelPolicy: ['policyId', 'policy.cancelled'],
  reportClaim: ['claimId', 'claim.reported'],
};

const fieldIn = (text: string, field: string): unknown => {
  try {
    return Object(JSON.parse(text))[field];
  } catch {
    return undefined;
  }
};

type Found = ReadonlyMap<string, readonly Row[]>;
const keyOf = (requestId: string, operation: string): string => `${requestId} ${operation}`;
const byRequest = (rows: readonly Row[]): Found =>
  Map.groupBy(rows, ({ record }) => keyOf(record.requestId, record.operation));

const checkOne = ({ kind, requestId, text }: Acknowledged, found: Found): readonly Finding[] => {
  const [field = '', event = ''] = named[kind] ?? [];
  const where = `${kind} ${requestId}`;
  const [row, ...others] = found.get(keyOf(requestId, kind)) ?? [];
  if (row === undefined) return [finding(where, 'It was acknowledged, but the table has no record of it.')];
  const told = row.record.events.find(({ type }) => type === event);
  const id = fieldIn(text, field);
  return [
    ...unless(others.length === 0, where, `It was done ${others.length + 1} times.`),
    ...unless(
      id !== undefined && Object(told?.data)[field] === id,
      where,
      `Its record does not hold ${event} with the ${field} that was answered.`,
    ),
  ];
};

/** Everything that was acknowledged stands in the table, once, with the ids that were answered. */
export const checkAcknowledged = (acknowledged: readonly Acknowledged[], rows: readonly Row[]): Result => {
  const commands = acknowledged.filter(({ kind }) => kind in named);
  const found = byRequest(rows);
  return {
    check: 'acknowledged',
    looked: commands.length,
    findings: commands.flatMap((one) => checkOne(one, found)),
  };
};

/** What was refused left nothing: looked for under every command that a shop sent. */
export const checkRefused = (refused: readonly Refused[], rows: readonly Row[]): Result => {
  const found = byRequest(rows);
  return {
    check: 'refused',
    looked: refused.length,
    findings: refused.flatMap(({ kind, requestId, status }) =>
      unless(!found.has(keyOf(requestId, kind)), `${kind} ${requestId}`, `It was refused with ${status}, but done.`),
    ),
  };
};
