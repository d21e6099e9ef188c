import { describe, expect, it } from 'vitest';
import { offerTerms } from '../../../domain/quoting/offer-terms.ts';
import { OfferTerms } from '../../../domain/quoting/schema.ts';
import { device, deviceOptions, flight, flightOptions, hashes, NOW, OFFER_ID, order, product } from './samples.ts';

const given = { now: NOW, tenant: 'tenant-1', offerId: OFFER_ID, keyedHash: hashes.keyedHash };
const all = [
  ['return-freight', order],
  ['device-protection', { ...device, ...deviceOptions, startDate: '2026-12-01' }],
  ['flight-delay', { ...flight, ...flightOptions }],
] as const;

describe('offerTerms', () => {
  it.each(all)('of %s carry no answer in clear that is personal or identifies the object', (productId, answers) => {
    const text = JSON.stringify(offerTerms(product(productId), answers, 100, given));
    const secret = product(productId).insuredObject.filter(({ hashed, personal }) => hashed || personal);
    const clear = secret.map(({ name }) => Object.entries(answers).find(([field]) => field === name)?.[1]);
    expect(clear.length).toBeGreaterThan(0);
    for (const answer of clear) expect(text).not.toContain(String(answer));
  });

  it.each(all)('of %s fit a token of 1.5 kB, with real hashes and a signature', (productId, answers) => {
    // A keyed hash is 43 characters of base64url; a token is base64url of its terms, a key id and a 43-character MAC.
    const keyedHash = () => 'h'.repeat(43);
    const terms = offerTerms(product(productId), answers, 1_000_000, { ...given, tenant: 't'.repeat(30), keyedHash });
    const token = Buffer.from(JSON.stringify(terms)).toString('base64url').length + 1 + 16 + 1 + 43;
    expect(token).toBeLessThanOrEqual(1_536);
  });

  it('carry the price, the version and the moments, in the form of their schema', () => {
    const terms = offerTerms(product('device-protection'), { ...device, ...deviceOptions }, 13_962, given);
    expect(OfferTerms.parse(terms)).toEqual({
      v: 1,
      o: OFFER_ID,
      t: 'tenant-1',
      p: 'device-protection',
      n: 1,
      i: {
        model: 'Pixel 12',
        deviceValue: 499_900,
        purchasedOn: '2026-11-23',
        region: 'T1',
        priorRepairs: 0,
        plan: 'screen',
        deductible: '10',
      },
      h: { imei: 'mac:imei:815732302451094' },
      a: 13_962,
      c: 'CNY',
      q: NOW,
      x: '2026-11-24T08:00:00.000Z',
    });
  });
});
