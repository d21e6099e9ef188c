import { describe, expect, it } from 'vitest';
import { claimedOffer, offerHash, signingKey, signOffer } from '../../../functions/_kit/offer-token.ts';
import { someOfferKeys } from '../../support/sale.ts';

const terms = {
  v: 1,
  o: 'off_01jd8x2k7v5m3q9w4t6y8r0z1b',
  t: 'shop-a',
  p: 'device-protection',
  n: 1,
  i: { deviceValue: 499900 },
  h: { imei: 'hash' },
  a: 13962,
  c: 'CNY',
  q: '2026-11-23T08:00:00.000Z',
  x: '2026-11-24T08:00:00.000Z',
} as const;

const secret = new Uint8Array(32).fill(7);

describe('an offer token', () => {
  it('is ours, for the tenant to whom it was given', async () => {
    const keys = someOfferKeys();
    const key = await keys.current();
    const token = signOffer(terms, key);
    expect(claimedOffer(token)).toEqual(terms);
    expect(await signingKey(token, 'shop-a', keys)).toBe(key);
    expect(await signingKey(token, 'shop-b', keys)).toBeUndefined();
  });

  it('is the same in every release, for it is bound days after it was given', () => {
    // 24 bytes of openssl's HMAC-SHA256 over ["offer","k1",<the terms in base64url>].
    const [body, kid, mac] = signOffer(terms, { kid: 'k1', secret }).split('.');
    expect(JSON.parse(Buffer.from(body ?? '', 'base64url').toString())).toEqual(terms);
    expect([kid, mac]).toEqual(['k1', 'lUcTqT7XRc8e_O4HPaetDoGGPaHa89u1']);
  });

  it('still verifies under a key that signs no more, and not under one that has left the ring', async () => {
    const keys = someOfferKeys('new', 'old');
    const old = await keys.find('old');
    if (old === undefined) throw new Error('The ring lost a key.');
    const token = signOffer(terms, old);
    expect(await signingKey(token, 'shop-a', keys)).toBe(old);
    expect(await signingKey(token, 'shop-a', someOfferKeys('new'))).toBeUndefined();
  });

  it('is not ours with any one character changed', async () => {
    const keys = someOfferKeys();
    const token = signOffer(terms, await keys.current());
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect(await signingKey(changed, 'shop-a', keys), `character ${at}`).toBeUndefined();
    }
  });

  it('is none where we signed something that is no offer', async () => {
    const keys = someOfferKeys();
    const token = signOffer({ t: 'shop-a' } as never, await keys.current());
    expect(await signingKey(token, 'shop-a', keys)).toBeUndefined();
  });

  it('is none at all where it is nonsense', async () => {
    for (const nonsense of ['', '.', '..', 'a.b.c', 'e30.k1.x']) {
      expect(claimedOffer(nonsense)).toBeUndefined();
      expect(await signingKey(nonsense, 'shop-a', someOfferKeys())).toBeUndefined();
    }
  });
});

describe('offerHash', () => {
  it('hides an answer, and tells the same one again', async () => {
    const hash = offerHash(await someOfferKeys().current());
    expect(hash('imei', '356938035643809')).toBe(hash('imei', '356938035643809'));
    // 16 bytes of openssl's HMAC-SHA256 over ["answer","imei","356938035643809"].
    expect(offerHash({ kid: 'k1', secret })('imei', '356938035643809')).toBe('svLKaA9vfeZZAOzuEAmywQ');
    expect(hash('imei', '356938035643809')).not.toBe(hash('orderNumber', '356938035643809'));
    expect(hash('imei', '356938035643809')).not.toContain('356938035643809');
  });
});
