import { describe, expect, it } from 'vitest';
import { assertBalanced, assertPublishable, canonicalJson, hashOf } from '../../../functions/_kit/record.ts';

const posting = (amount: number, currency = 'CNY') => ({ account: 'cash', amount, currency }) as const;
const event = { type: 'policy.bound', data: {} } as never;

describe('canonicalJson', () => {
  it('writes names in order and no spaces (RFC 8785)', () => {
    expect(canonicalJson({ b: [2, 1], a: '王' })).toBe('{"a":"王","b":[2,1]}');
  });
  it('has no form for what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow('without a JSON form');
  });
});

describe('hashOf', () => {
  it('is SHA-256 over the canonical form, in hex', () => {
    // printf '{}' | sha256sum
    expect(hashOf({} as never)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('assertPublishable', () => {
  it('takes nine events, for a Pipe sends ten with the record, and no tenth', () => {
    expect(() => assertPublishable(Array.from({ length: 9 }, () => event))).not.toThrow();
    expect(() => assertPublishable(Array.from({ length: 10 }, () => event))).toThrow('10 events in one record');
  });
});

describe('assertBalanced', () => {
  it('takes postings that sum to zero in each currency, and none at all', () => {
    expect(() =>
      assertBalanced([posting(5), posting(-2), posting(-3), posting(7, 'EUR'), posting(-7, 'EUR')]),
    ).not.toThrow();
    expect(() => assertBalanced([])).not.toThrow();
  });
  it('refuses a cent too much, and currencies that only balance each other', () => {
    expect(() => assertBalanced([posting(5), posting(-4)])).toThrow('Postings miss zero by 1 CNY');
    expect(() => assertBalanced([posting(5), posting(-5, 'EUR')])).toThrow('Postings miss zero by 5 CNY');
  });
  it('refuses an amount that is no safe integer, even where the sum is zero', () => {
    expect(() => assertBalanced([posting(0.5), posting(-0.5)])).toThrow('Posting of 0.5 CNY is not a safe integer');
  });
});
