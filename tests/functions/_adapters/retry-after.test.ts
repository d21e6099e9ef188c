import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../functions/_adapters/retry-after.ts';

const now = Date.parse('2026-11-23T08:00:00.000Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120],
    ['Mon, 23 Nov 2026 08:01:00 GMT', 60],
    ['Mon, 23 Nov 2026 07:59:00 GMT', 0],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 86_400],
  ])('%s means %i seconds', (header, seconds) => expect(retryAfterSeconds(header, now)).toBe(seconds));
  it.each([
    undefined,
    '',
    '-1',
    '1.5',
    'soon',
    '2026-11-23T08:01:00Z',
    '1e9',
    '9'.repeat(20),
    'Xyz, 99 Foo 2026 08:01:00 GMT',
  ])('%s means nothing', (header) => expect(retryAfterSeconds(header, now)).toBeUndefined());
});
