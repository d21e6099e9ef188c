import { describe, expect, it } from 'vitest';
import { ruleOf, type StateName } from '../../../local/alarms/rule.ts';

const states: Readonly<Record<string, StateName>> = {
  'bindery-prod a': 'ALARM',
  'bindery-prod b': 'OK',
  c: 'INSUFFICIENT_DATA',
};
const holds = (source: string) => ruleOf(source).holds((name) => states[name] ?? 'OK');

describe('the rule of a composite alarm', () => {
  it.each([
    ['ALARM("bindery-prod a")', true],
    ['ALARM("bindery-prod b")', false],
    ['OK("bindery-prod b")', true],
    ['OK("bindery-prod a")', false],
    ['INSUFFICIENT_DATA(c)', true],
    ["INSUFFICIENT_DATA('bindery-prod a')", false],
    ['ALARM(c) OR ALARM("bindery-prod a")', true],
    ['ALARM(c) OR ALARM("bindery-prod b")', false],
    ['ALARM("bindery-prod a") AND OK("bindery-prod b")', true],
    ['ALARM("bindery-prod a") AND ALARM("bindery-prod b")', false],
    ['NOT ALARM("bindery-prod b")', true],
    ['NOT (ALARM("bindery-prod a") OR ALARM(c))', false],
    ['NOT ALARM("bindery-prod a") OR OK("bindery-prod b")', true],
    ['ALARM("bindery-prod a") OR ALARM(c) AND ALARM(c)', true],
    ['(ALARM("bindery-prod a") OR ALARM(c)) AND ALARM(c)', false],
    ['(ALARM("bindery-prod b"))', false],
    ['TRUE', true],
    ['FALSE OR NOT FALSE', true],
  ])('%s: %s', (source, expected) => expect(holds(source)).toBe(expected));

  it('says which alarms it asks for, each once', () => {
    expect(ruleOf('ALARM("x y") OR NOT (OK(z) AND ALARM("x y"))').names).toEqual(['x y', 'z']);
  });
  it.each(['', 'ALARM', 'ALARM()', 'ALARM("a"', 'RINGS("a")', 'ALARM("a") ALARM("b")', 'ALARM(1)', 'AND ALARM("a")'])(
    '%j is refused',
    (source) => expect(() => ruleOf(source)).toThrow(),
  );
});
