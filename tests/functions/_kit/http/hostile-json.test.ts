import { describe, expect, it } from 'vitest';
import { parseHostileJson } from '../../../../functions/_kit/http/hostile-json.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('parseHostileJson', () => {
  it('parses what a shop would send, Chinese and emoji included', () => {
    expect(parseHostileJson('{"name":"王小明 🚀","n":-1.5e3}')).toEqual({ value: { name: '王小明 🚀', n: -1500 } });
  });

  it.each([
    ['what is no JSON', '{"a":', 'not-json'],
    ['nothing at all', '', 'not-json'],
    ['a level too many', nested(18), 'nested-too-deep'],
    ['a number beyond all numbers', '{"a":1e400}', 'number-out-of-range'],
    ['a key that poisons objects', '{"a":{"__proto__":{}}}', 'forbidden-key'],
    ['a NUL', '"a\\u0000b"', 'forbidden-character'],
    ['a mark that turns text around', '"a\\u202eb"', 'forbidden-character'],
    ['half a character', '"\\udc00"', 'lone-surrogate'],
    ['half a character in a key', '{"\\ud800":1}', 'lone-surrogate'],
    ['a text that is too long', JSON.stringify('x'.repeat(10_001)), 'string-too-long'],
    ['too many values', JSON.stringify(Array.from({ length: 5_000 }, () => 1)), 'too-many-values'],
  ])('refuses %s', (_what, text, reason) => {
    expect(parseHostileJson(text)).toEqual({ reason });
  });

  it('takes the last level, length and count that it allows', () => {
    for (const text of [
      nested(17),
      JSON.stringify('x'.repeat(10_000)),
      JSON.stringify(Array.from({ length: 4_999 }, () => 1)),
    ]) {
      expect(parseHostileJson(text)).toHaveProperty('value');
    }
  });
});
