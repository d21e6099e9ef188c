import { describe, expect, it } from 'vitest';
import { parseProviderJson } from '../../../../functions/_kit/inbound/provider-json.ts';

const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const many = (values: number): string => JSON.stringify(Array.from({ length: values }, () => 0));

describe('parseProviderJson', () => {
  it.each([
    ['an object', '{"a":{"b":[1,"x",null,true]}}'],
    ['a text with marks that turn the direction around', '{"name":"\u202ex\u2066"}'],
    ['a text with NUL, and half of a character', '{"name":"\\u0000\\ud800"}'],
    ['a text longer than any that we take elsewhere', JSON.stringify({ text: 'x'.repeat(20_000) })],
    ['32 levels', nested(32)],
    ['5,000 values', many(4_999)],
    ['a number as large as there is', '[1.7976931348623157e308]'],
    ['a key that is the name of a method', '{"constructor":1,"toString":2,"hasOwnProperty":3}'],
  ])('takes %s', (_what, text) => {
    expect(parseProviderJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it.each([
    ['33 levels', nested(33), 'nested-too-deep'],
    ['thirty thousand levels', nested(30_000), 'nested-too-deep'],
    ['5,001 values', many(5_000), 'too-many-values'],
    ['a number that is none', '[1e999]', 'number-out-of-range'],
    ['a number that is none, below zero', '{"a":{"b":-1e999}}', 'number-out-of-range'],
    ['a key that would poison a prototype', '{"a":[{"__proto__":{"id":"x"}}]}', 'forbidden-key'],
    ['nothing', '', 'not-json'],
    ['half of a document', '{"a":', 'not-json'],
    ['two documents', '{}{}', 'not-json'],
    ['a document with a comment', '{}//', 'not-json'],
    ['a mark of byte order before it', '\ufeff{}', 'not-json'],
  ])('refuses %s', (_what, text, reason) => {
    expect(parseProviderJson(text)).toEqual({ reason });
  });
});
