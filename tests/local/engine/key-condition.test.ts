import { describe, expect, it } from 'vitest';
import { bindExpressions } from '../../../local/engine/expression-bind.ts';
import { keyRange } from '../../../local/engine/key-condition.ts';

const keys = { pk: 'pk', sk: 'sk' };
const rangeOf = (KeyConditionExpression: string, values: object) => {
  const bound = bindExpressions({ KeyConditionExpression }, { ExpressionAttributeValues: values });
  if (bound.KeyConditionExpression === undefined) throw new Error('nothing was bound');
  return keyRange(bound.KeyConditionExpression, keys);
};

describe('keyRange', () => {
  it.each([
    ['sk = :a', [-1, 0, 1, 1, 1]],
    ['sk < :a', [0, 1, 1, 1, 1]],
    ['sk <= :a', [0, 0, 1, 1, 1]],
    ['sk > :a', [-1, -1, 0, 0, 0]],
    ['sk >= :a', [-1, 0, 0, 0, 0]],
    [':a > sk', [0, 1, 1, 1, 1]],
    ['begins_with(sk, :a)', [-1, 0, 0, 1, 1]],
  ])('places sort keys before, inside and after: %s', (clause, expected) => {
    const { pk, position } = rangeOf(`pk = :p AND ${clause}`, { ':p': 'here', ':a': 'b' });
    expect(pk).toBe('here');
    expect(['a', 'b', 'b1', 'c', 'd'].map((sortKey) => Math.sign(position(sortKey)))).toEqual(expected);
  });
  it('takes both bounds of BETWEEN as inside', () => {
    const { position } = rangeOf('sk BETWEEN :a AND :c AND pk = :p', { ':p': 'here', ':a': 'b', ':c': 'c' });
    expect(['a', 'b', 'b1', 'c', 'c1'].map((sortKey) => Math.sign(position(sortKey)))).toEqual([-1, 0, 0, 0, 1]);
  });
  it('takes the whole partition without a clause on the sort key', () => {
    expect(rangeOf('pk = :p', { ':p': 'here' }).position('anything')).toBe(0);
  });
  it.each([
    ['pk = :p', { ':p': 5 }, 'does not match schema type'],
    ['pk = :p', { ':p': '' }, 'empty string value'],
    ['pk = :p AND sk = :a', { ':p': 'a', ':a': 1 }, 'does not match schema type'],
    ['pk = :p AND attribute_exists(sk)', { ':p': 'a' }, 'Invalid operator'],
    ['pk = :p AND pk = :a', { ':p': 'a', ':a': 'a' }, 'one condition per key'],
    ['pk = :p AND m1.sk = :a', { ':p': 'a', ':a': 'a' }, 'missed key schema element'],
  ])('refuses %s', (expression, values, complaint) => {
    expect(() => rangeOf(expression, values)).toThrow(complaint);
  });
});
