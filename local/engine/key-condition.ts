import { compareStrings } from './compare.ts';
import { emptyKey, validation } from './errors.ts';
import type { BoundOperand, Comparator } from './expression.ts';
import type { BoundCondition } from './expression-bind.ts';
import type { KeyNames } from './table-definition.ts';

/** Where a sort key lies against the range asked for: before (negative), inside (zero) or after (positive). */
export type Position = (sortKey: string) => number;
export type KeyRange = { readonly pk: string; readonly position: Position };

const unsupported = (operator: string) => validation(`Invalid operator used in KeyConditionExpression: ${operator}`);

const clausesOf = (condition: BoundCondition): readonly BoundCondition[] => {
  if (condition.kind === 'or' || condition.kind === 'not') throw unsupported(condition.kind.toUpperCase());
  return condition.kind === 'and' ? [...clausesOf(condition.left), ...clausesOf(condition.right)] : [condition];
};

const mirrored: Readonly<Record<Comparator, Comparator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Writes `:v < name` as `name > :v`, so that the name stands first. */
const nameFirst = (clause: BoundCondition): BoundCondition =>
  clause.kind === 'compare' && 'constant' in clause.left
    ? { kind: 'compare', by: mirrored[clause.by], left: clause.right, right: clause.left }
    : clause;

const nameIn = (clause: BoundCondition): string | undefined => {
  const operand = clause.kind === 'compare' ? clause.left : 'operand' in clause ? clause.operand : undefined;
  return operand !== undefined && 'path' in operand && operand.path.length === 1 ? operand.path[0] : undefined;
};

const keyText = (operand: BoundOperand, name: string): string => {
  if (!('constant' in operand) || typeof operand.constant !== 'string')
    throw validation('One or more parameter values were invalid: Condition parameter type does not match schema type');
  if (operand.constant !== '') return operand.constant;
  throw emptyKey(name);
};

const positions: Readonly<Record<Exclude<Comparator, '<>'>, (order: number) => number>> = {
  '=': (order) => order,
  '<': (order) => (order < 0 ? 0 : 1),
  '<=': (order) => (order <= 0 ? 0 : 1),
  '>': (order) => (order > 0 ? 0 : -1),
  '>=': (order) => (order >= 0 ? 0 : -1),
};

const positionBy = (clause: BoundCondition, name: string): Position => {
  if (clause.kind === 'begins') {
    const prefix = keyText(clause.prefix, name);
    return (sortKey) => (sortKey.startsWith(prefix) ? 0 : compareStrings(sortKey, prefix));
  }
  if (clause.kind === 'between') {
    const low = keyText(clause.low, name);
    const high = keyText(clause.high, name);
    return (sortKey) => (compareStrings(sortKey, low) < 0 ? -1 : Math.max(0, compareStrings(sortKey, high)));
  }
  if (clause.kind !== 'compare') throw unsupported(clause.kind);
  if (clause.by === '<>') throw unsupported('<>');
  const bound = keyText(clause.right, name);
  const positionOf = positions[clause.by];
  return (sortKey) => positionOf(compareStrings(sortKey, bound));
};

/** Reads a KeyConditionExpression: the partition key by `=`, and at most one condition on the sort key. */
export const keyRange = (condition: BoundCondition, keys: KeyNames): KeyRange => {
  const clauses = clausesOf(condition).map(nameFirst);
  const partition = clauses.find((clause) => nameIn(clause) === keys.pk);
  const others = clauses.filter((clause) => clause !== partition);
  if (partition === undefined) throw validation(`Query condition missed key schema element: ${keys.pk}`);
  if (partition.kind !== 'compare' || partition.by !== '=') throw validation('Query key condition not supported');
  if (others.some((clause) => nameIn(clause) === keys.pk) || others.length > 1)
    throw validation('KeyConditionExpressions must only contain one condition per key');
  const [sort] = others;
  if (sort !== undefined && nameIn(sort) !== keys.sk)
    throw validation(`Query condition missed key schema element: ${keys.sk}`);
  return {
    pk: keyText(partition.right, keys.pk),
    position: sort === undefined ? () => 0 : positionBy(sort, keys.sk),
  };
};
