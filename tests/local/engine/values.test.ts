import { describe, expect, it } from 'vitest';
import { copyItem, copyValue } from '../../../local/engine/values.ts';

const nested = (levels: number): unknown => (levels === 0 ? 'in' : { deeper: nested(levels - 1) });

describe('copyItem', () => {
  it('shares nothing with what it was given', () => {
    const given = { list: [{ n: 1 }], bytes: new Uint8Array([1]) };
    const copy = copyItem(given);
    given.list.push({ n: 2 });
    given.bytes[0] = 9;
    expect(copy).toEqual({ list: [{ n: 1 }], bytes: new Uint8Array([1]) });
  });
  it('keeps an attribute named __proto__ as an attribute', () => {
    const copy = copyItem(JSON.parse('{"__proto__":{"admin":true}}'));
    expect(Object.hasOwn(copy, '__proto__')).toBe(true);
    expect(Reflect.get(copy, 'admin')).toBeUndefined();
  });
});

describe('copyValue', () => {
  it('stores a negative zero as zero', () => {
    expect(Object.is(copyValue(-0), 0)).toBe(true);
  });
  it('turns a Buffer into plain bytes', () => {
    expect(copyValue(Buffer.from('ab'))).toEqual(new Uint8Array([97, 98]));
  });
  it('takes 31 levels of nesting and refuses 32', () => {
    expect(() => copyValue(nested(31))).not.toThrow();
    expect(() => copyValue(nested(32))).toThrow('Nesting Levels');
  });
  it('takes the largest safe integer and refuses the next', () => {
    expect(copyValue(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => copyValue(Number.MAX_SAFE_INTEGER + 1)).toThrow('safe integers');
    expect(() => copyValue(Number.MIN_SAFE_INTEGER - 1)).toThrow('safe integers');
  });
  it('takes 1e-130 and refuses what is smaller', () => {
    expect(copyValue(1e-130)).toBe(1e-130);
    expect(() => copyValue(9e-131)).toThrow('underflow');
  });
  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a set', new Set(['a'])],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['undefined in a list', [undefined]],
  ])('refuses %s', (_what, value) => {
    expect(() => copyValue(value)).toThrow(expect.objectContaining({ name: 'ValidationException' }));
  });
});
