import { describe, expect, it } from 'vitest';
import { bindExpressions } from '../../../local/engine/expression-bind.ts';
import { meets } from '../../../local/engine/expression-evaluate.ts';
import { parseCondition } from '../../../local/engine/expression-parse.ts';

const label = 'ConditionExpression';
const parse = (text: string) => () => parseCondition(label, text);

describe('parseCondition', () => {
  it('binds NOT before AND before OR', () => {
    const a = { kind: 'exists', operand: { path: ['a1'] }, wanted: true };
    const b = { ...a, operand: { path: ['b1'] } };
    const c = { ...a, operand: { path: ['c1'] } };
    expect(parse('attribute_exists(a1) OR NOT attribute_exists(b1) AND attribute_exists(c1)')()).toEqual({
      kind: 'or',
      left: a,
      right: { kind: 'and', left: { kind: 'not', of: b }, right: c },
    });
  });
  it('reads keywords in any case, but functions in lower case only', () => {
    expect(parse('not a1 between :a and :b')()).toMatchObject({ kind: 'not', of: { kind: 'between' } });
    expect(parse('BEGINS_WITH(a1, :a)')).toThrow('Invalid function name; function: BEGINS_WITH');
  });
  it.each([
    ['a1 =', 'Syntax error; token: "<EOF>"'],
    ['a1 = 5', 'Syntax error; token: "5"'],
    ['a1 ! :a', 'Syntax error; token: "!"'],
    ['a1 = :a :b', 'Syntax error; token: ":b"'],
    ['a1[0] = :a', 'Syntax error; token: "["'],
    ['size(a1) > :a', 'Invalid function name; function: size'],
    ['a1 IN (:a)', 'Syntax error; token: "IN"'],
    ['  ', 'The expression can not be empty'],
    ['((a1 = :a))', 'redundant parentheses'],
    ['((a1 = :a) AND a1 = :b)', undefined],
    ['((a1 = :a AND a1 = :b))', 'redundant parentheses'],
    ['Status = :a', 'reserved keyword: Status'],
    ['a1.name = :a', 'reserved keyword: name'],
    ['#status.#name = :a', undefined],
  ])('reads %s', (text, complaint) => {
    if (complaint === undefined) expect(parse(text)).not.toThrow();
    else expect(parse(text)).toThrow(complaint);
  });
});

describe('bindExpressions', () => {
  it('counts a name or value as used when either expression of a request uses it', () => {
    const both = { KeyConditionExpression: '#a = :a', FilterExpression: 'b1 = :b' };
    const given = { ExpressionAttributeNames: { '#a': 'status' }, ExpressionAttributeValues: { ':a': 1, ':b': 2 } };
    const bound = bindExpressions(both, given);
    expect(bound.KeyConditionExpression).toMatchObject({ left: { path: ['status'] }, right: { constant: 1 } });
    expect(() => bindExpressions({ ...both, FilterExpression: undefined }, given)).toThrow('unused');
  });
  it.each([
    ['a1 < :v', true, 'operand type: BOOL'],
    ['a1 <= :v', { m: 1 }, 'operand type: M'],
    ['begins_with(a1, :v)', 5, 'operand type: N'],
    ['a1 BETWEEN :v AND :v', null, 'operand type: NULL'],
  ])('refuses %s for a value without order', (text, value, complaint) => {
    const bind = () => bindExpressions({ [label]: text }, { ExpressionAttributeValues: { ':v': value } });
    expect(bind).toThrow(complaint);
  });
  it('refuses an attribute compared with itself', () => {
    expect(() => bindExpressions({ [label]: 'a1 = a1' }, {})).toThrow('must be distinct');
  });
});

describe('meets', () => {
  const holds = (text: string, item: Parameters<typeof meets>[1], given: object = {}) => {
    const values = Object.keys(given).length === 0 ? {} : { ExpressionAttributeValues: given };
    const condition = bindExpressions({ [label]: text }, values)[label];
    return condition !== undefined && meets(condition, item);
  };
  it('treats both bounds of BETWEEN as inside', () => {
    const bounds = { ':a': 2, ':b': 4 };
    const inside = [1, 2, 3, 4, 5].filter((n) => holds('a1 BETWEEN :a AND :b', { a1: n }, bounds));
    expect(inside).toEqual([2, 3, 4]);
  });
  it('does not find inherited names, or names in lists and bytes', () => {
    expect(holds('attribute_exists(toString)', {})).toBe(false);
    expect(holds('attribute_exists(a1.valueOf)', { a1: {} })).toBe(false);
    expect(holds('attribute_exists(a1.byteLength)', { a1: new Uint8Array(1) })).toBe(false);
    expect(holds('attribute_exists(a1.concat)', { a1: [1] })).toBe(false);
  });
  it('compares two attributes of the item', () => {
    expect(holds('a1 < b1', { a1: 1, b1: 2 })).toBe(true);
    expect(holds('a1 < b1', { a1: 1 })).toBe(false);
  });
});
