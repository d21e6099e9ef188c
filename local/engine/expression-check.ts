import { compareValues, sameValue } from './compare.ts';
import { validation } from './errors.ts';
import type { BoundOperand, Condition } from './expression.ts';
import { typeOf, type ValueType } from './values.ts';

type Bound = Condition<BoundOperand>;
const ordered: readonly ValueType[] = ['S', 'N', 'B'];
const textual: readonly ValueType[] = ['S', 'B'];

const refuseType = (label: string, operator: string, operand: BoundOperand, allowed: readonly ValueType[]) => {
  if (!('constant' in operand) || allowed.includes(typeOf(operand.constant))) return;
  throw validation(
    `Invalid ${label}: Incorrect operand type for operator or function; ` +
      `operator or function: ${operator}, operand type: ${typeOf(operand.constant)}`,
  );
};

const checkComparison = (label: string, condition: Bound & { kind: 'compare' }) => {
  const { by, left, right } = condition;
  if ('path' in left && sameValue(left, right))
    throw validation(
      `Invalid ${label}: The first operand must be distinct from the remaining operands ` +
        `for this operator or function; operator: ${by}, first operand: [${left.path.join('.')}]`,
    );
  if (by === '=' || by === '<>') return;
  refuseType(label, by, left, ordered);
  refuseType(label, by, right, ordered);
};

const checkBounds = (label: string, { operand, low, high }: Bound & { kind: 'between' }) => {
  for (const each of [operand, low, high]) refuseType(label, 'BETWEEN', each, ordered);
  if (!('constant' in low) || !('constant' in high)) return;
  const difference = compareValues(low.constant, high.constant);
  if (difference === undefined)
    throw validation(`Invalid ${label}: The BETWEEN operator requires same data type for lower and upper bounds`);
  if (difference > 0)
    throw validation(
      `Invalid ${label}: The BETWEEN operator requires upper bound to be greater than or equal to lower bound`,
    );
};

/** Refuses operands that can be seen to be wrong before any item is read, as DynamoDB does. */
export const checkOperands = (label: string, condition: Bound): void => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      checkOperands(label, condition.left);
      checkOperands(label, condition.right);
      return;
    case 'not':
      checkOperands(label, condition.of);
      return;
    case 'compare':
      checkComparison(label, condition);
      return;
    case 'between':
      checkBounds(label, condition);
      return;
    case 'begins':
      refuseType(label, 'begins_with', condition.operand, textual);
      refuseType(label, 'begins_with', condition.prefix, textual);
      return;
    case 'exists':
      return;
  }
};
