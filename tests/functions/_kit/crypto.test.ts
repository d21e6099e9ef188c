import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, deriveId, sameSecret, sha256Base64url } from '../../../functions/_kit/crypto.ts';

const secret = new Uint8Array(32).fill(7);

describe('base32', () => {
  it('writes 128 bits as 26 characters of Crockford’s alphabet', () => {
    // 00000 00000 … and 11111 …: sixteen zero bytes and sixteen 0xff bytes, the last character holding three bits.
    expect(base32(new Uint8Array(16))).toBe('0'.repeat(26));
    expect(base32(new Uint8Array(16).fill(255))).toBe(`${'z'.repeat(25)}w`);
    // 0x84 0x21 is 10000 10000 10000 1, filled up with zeros.
    expect(base32(new Uint8Array([0x84, 0x21]))).toBe('gggg');
    // 40 bits are eight characters exactly, and nothing is filled up.
    expect(base32(new Uint8Array(5))).toBe('00000000');
  });

  it('never writes two values alike', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(fc.property(bytes, bytes, (a, b) => Buffer.from(a).equals(b) === (base32(a) === base32(b))));
  });
});

describe('deriveId', () => {
  it('makes the same id of the same secret and parts, for ever', () => {
    expect(deriveId('pol', secret, 'offer', 'off_1')).toBe(deriveId('pol', secret, 'offer', 'off_1'));
    // The first 16 bytes of openssl's HMAC-SHA256 over ["pol","offer","off_1"], in Crockford's base32.
    expect(deriveId('pol', secret, 'offer', 'off_1')).toBe('pol_3yt97tyzkmyzwzgkh51kfare1r');
  });

  it('makes another of another kind, secret or part, however the parts are cut', () => {
    const ids = [
      deriveId('pol', secret, 'ab', 'c'),
      deriveId('pol', secret, 'a', 'bc'),
      deriveId('clm', secret, 'ab', 'c'),
      deriveId('pol', new Uint8Array(32), 'ab', 'c'),
    ];
    expect(new Set(ids.map((id) => id.slice(4))).size).toBe(4);
  });
});

describe('sha256Base64url', () => {
  it('is SHA-256 in base64url without padding', () => {
    // printf abc | openssl dgst -sha256 -binary | basenc --base64url
    expect(sha256Base64url('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('sameSecret', () => {
  it('compares secrets of any length', () => {
    expect([sameSecret('abc', 'abc'), sameSecret('abc', 'abd'), sameSecret('abc', 'abcd'), sameSecret('', '')]).toEqual(
      [true, false, false, true],
    );
  });
});
