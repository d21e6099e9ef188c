import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inDigits } from '../../../domain/shared/schema.ts';

const limit = z.strictObject({ limit: inDigits(z.int().min(1).max(50)).default(20) });
const read = (query: object) => {
  const parsed = limit.safeParse(query);
  return parsed.success ? parsed.data.limit : parsed.error.issues[0]?.code;
};

describe('a whole number in a query', () => {
  it.each([
    ['1', 1],
    ['20', 20],
    ['50', 50],
  ])('is digits: %j', (text, number) => {
    expect(read({ limit: text })).toBe(number);
  });

  it('keeps its bounds', () => {
    expect([read({ limit: '0' }), read({ limit: '51' })]).toEqual(['too_small', 'too_big']);
  });

  // All of these are numbers from 1 to 50 to JavaScript: Number('0b11') is 3, Number(' 5 ') is 5, Number('1e1') is 10.
  it.each(['0x10', '0b11', '0o7', '1e1', ' 5 ', '+5', '05', '5.0', '٥', '５'])('is not %j', (text) => {
    expect(read({ limit: text })).toBe('invalid_type');
  });

  it('is not nothing, which would be 0', () => {
    expect(read({ limit: '' })).toBe('invalid_type');
  });

  it('is the default where it is not there', () => {
    expect(read({})).toBe(20);
  });
});
