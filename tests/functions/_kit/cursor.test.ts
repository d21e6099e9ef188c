import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorsOf } from '../../../functions/_kit/cursor.ts';

const secret = new Uint8Array(32).fill(7);

describe('cursorsOf', () => {
  const cursors = cursorsOf(secret, 'listPolicies policy');

  it('takes every position there and back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (position) => cursors.decode(cursors.encode(position) ?? '') === position,
      ),
    );
  });

  it('is the same in every release, for partners keep it', () => {
    // 12 bytes of openssl's HMAC-SHA256 over ["cursor","listPolicies policy","2026-11-23T08:00:00.000Z#pol_1"].
    expect(cursors.encode('2026-11-23T08:00:00.000Z#pol_1')).toBe(
      'MjAyNi0xMS0yM1QwODowMDowMC4wMDBaI3BvbF8x.c8IpHHf-lEeWrj0E',
    );
  });

  it('ends where there is no further page', () => {
    expect(cursors.encode(undefined)).toBeUndefined();
  });

  it('refuses a cursor of another list, another tenant, or none of ours', () => {
    const cursor = cursors.encode('2026-11-23T08:00:00.000Z#pol_1') ?? '';
    expect(cursorsOf(secret, 'listClaims claim').decode(cursor)).toBeUndefined();
    expect(cursorsOf(new Uint8Array(32), 'listPolicies policy').decode(cursor)).toBeUndefined();
    for (const forged of ['', '.', 'x.y', `${cursor}x`, `A${cursor}`]) expect(cursors.decode(forged)).toBeUndefined();
  });
});
