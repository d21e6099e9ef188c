import { describe, expect, it } from 'vitest';
import { itemBytes } from '../../../local/engine/item-size.ts';

/** The name `a` weighs one byte in each of these. */
const bytesOfValue = (value: Parameters<typeof itemBytes>[0][string]) => itemBytes({ a: value }) - 1;

describe('itemBytes', () => {
  it('counts names and texts by their UTF-8 bytes', () => {
    expect(itemBytes({ 保单: '汉字' })).toBe(6 + 6);
    expect(bytesOfValue('😀')).toBe(4);
    expect(bytesOfValue('')).toBe(0);
  });
  it.each([
    [0, 1],
    [1, 2],
    [12, 2],
    [123, 3],
    [12345, 4],
    [1000, 2],
    [-1, 3],
    [-12.75, 4],
    [0.000001, 2],
    [9007199254740991, 9],
  ])('counts the number %d as %d bytes: one per two significant digits, one more, one for a minus', (value, bytes) => {
    expect(bytesOfValue(value)).toBe(bytes);
  });
  it('counts true, false and null as one byte', () => {
    expect([bytesOfValue(true), bytesOfValue(false), bytesOfValue(null)]).toEqual([1, 1, 1]);
  });
  it('counts bytes as they are', () => {
    expect(bytesOfValue(new Uint8Array(17))).toBe(17);
  });
  it('counts three bytes for a list or map and one for each element', () => {
    expect(bytesOfValue([])).toBe(3);
    expect(bytesOfValue({})).toBe(3);
    expect(bytesOfValue(['ab', true])).toBe(3 + (1 + 2) + (1 + 1));
    expect(bytesOfValue({ k: 'ab', list: [null] })).toBe(3 + (1 + 1 + 2) + (1 + 4 + 3 + 1 + 1));
  });
});
