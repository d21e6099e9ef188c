import { describe, expect, it } from 'vitest';
import { assertPattern, charactersMax, faultsOf } from '../../../../functions/_kit/event-pattern/faults.ts';

const operands: readonly (readonly [unknown, string])[] = [
  [{ prefx: 'a' }, 'a uses the operator "prefx", which EventBridge does not know'],
  [{ toString: 'a' }, 'a uses the operator "toString", which EventBridge does not know'],
  [{ prefix: 'a', suffix: 'b' }, 'a holds an operator with 2 names instead of one'],
  [{}, 'a uses the operator "", which EventBridge does not know'],
  [['x'], 'a holds a list in its list'],
  [{ prefix: 5 }, 'a: "prefix" takes a text, or one whose case is ignored'],
  [{ prefix: { wildcard: 'x' } }, 'a: "prefix" takes a text, or one whose case is ignored'],
  [{ 'equals-ignore-case': null }, 'a: "equals-ignore-case" takes a text'],
  [{ wildcard: 'a**b' }, 'a: "wildcard" has two stars side by side, or escapes what needs no escape'],
  [{ wildcard: 'a\\b' }, 'a: "wildcard" has two stars side by side, or escapes what needs no escape'],
  [{ cidr: '10.0.0.0/33' }, 'a: "cidr" takes a block of addresses like 10.0.0.0/24'],
  [{ cidr: '10.0.0.0' }, 'a: "cidr" takes a block of addresses like 10.0.0.0/24'],
  [{ exists: 'yes' }, 'a: "exists" takes true or false'],
  [{ 'anything-but': ['x', 5] }, 'a: "anything-but" takes texts or numbers, and not both at once'],
  [{ 'anything-but': [] }, 'a: "anything-but" takes texts or numbers, and not both at once'],
  [{ 'anything-but': null }, 'a: "anything-but" takes texts or numbers, and not both at once'],
  [
    { 'anything-but': { numeric: ['<', 5] } },
    'a: "anything-but" takes no operator but prefix, suffix, equals-ignore-case, wildcard',
  ],
  [{ 'anything-but': { prefix: [] } }, 'a: "anything-but" takes at least one value'],
  [{ 'anything-but': { suffix: [5] } }, 'a: "anything-but" takes texts'],
];

const noRanges = [['>', '5'], ['!', 5], ['>'], ['>', 1, '>', 2], ['=', 1, '<', 2], ['>', 5_000_000_001], 5, []];

describe('faultsOf', () => {
  it.each(operands)('refuses %j', (element, fault) => {
    expect(faultsOf({ a: [element] })).toEqual([fault]);
  });
  it.each(noRanges.map((range) => [range]))('refuses the range %j', (range) => {
    expect(faultsOf({ a: [{ numeric: range }] })).toEqual([
      'a: "numeric" takes one comparison, or two that bound a range, of numbers',
    ]);
  });
  it('takes the largest number that EventBridge compares', () => {
    expect(faultsOf({ a: [{ numeric: ['>', -5_000_000_000, '<', 5_000_000_000] }] })).toEqual([]);
  });
  it.each([
    ['a leaf that is no list', { a: { b: 'x' } }, 'a.b is no list: every leaf of a pattern is one'],
    ['an empty list', { a: [] }, 'a is an empty list'],
    ['an empty object', { a: {} }, 'a is empty'],
    ['an empty pattern', {}, 'the pattern is empty'],
    ['what is no object', ['x'], 'the pattern is no object'],
    ['a choice of one', { $or: [{ a: ['x'] }] }, '$or needs at least two patterns'],
    ['a fault within a choice', { $or: [{ a: ['x'] }, { b: 5 }] }, 'b is no list: every leaf of a pattern is one'],
  ])('refuses %s', (_says, pattern, fault) => {
    expect(faultsOf(pattern)).toEqual([fault]);
  });
  it('counts the characters of a rule and of a test, to the last', () => {
    // {"a":["…"]} is ten characters around the text.
    const of = (length: number) => ({ a: ['x'.repeat(length - 10)] });
    expect(faultsOf(of(charactersMax.rule))).toEqual([]);
    expect(faultsOf(of(2_049))).toEqual(['it has 2049 characters; the most is 2048']);
    expect(faultsOf(of(4_096), charactersMax.test)).toEqual([]);
    expect(faultsOf(of(4_097), charactersMax.test)).toEqual(['it has 4097 characters; the most is 4096']);
  });
  it('counts the ways of its choices: 10 × 10 × 10 are a thousand, and twice that are too many', () => {
    const choice = (length: number, name: string) => ({
      $or: Array.from({ length }, (_, at) => ({ [name]: [at] })),
    });
    const ten = { x: choice(10, 'a'), y: choice(10, 'b'), z: choice(10, 'c') };
    expect(faultsOf(ten)).toEqual([]);
    expect(faultsOf({ ...ten, w: choice(2, 'd') })).toEqual(['its "$or" make 2000 ways; the most is 1000']);
  });
});

describe('assertPattern', () => {
  it('stops with a sentence that names the rule and all that is wrong', () => {
    expect(() => assertPattern('raise-alerts', { a: [], b: 'x' })).toThrow(
      'EventBridge would refuse the pattern of raise-alerts: a is an empty list; b is no list: every leaf of a pattern is one.',
    );
    expect(() => assertPattern('raise-alerts', { a: ['x'] })).not.toThrow();
  });
});
