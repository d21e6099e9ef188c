import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerTerms } from '../../../domain/quoting/offer-terms.ts';
import { offerRefusals } from '../../../domain/quoting/refusals.ts';
import { repriceOffer, type Supplied } from '../../../domain/quoting/reprice-offer.ts';
import { device, deviceOptions, flight, flightOptions, hashes, NOW, OFFER_ID, product, quote } from './samples.ts';

const given = { now: NOW, tenant: 'tenant-1', offerId: OFFER_ID, keyedHash: hashes.keyedHash };
const supplied: Supplied = { status: 'active', identity: { imei: device.imei }, keyedHash: hashes.keyedHash };
const sold = product('device-protection');
const terms = offerTerms(sold, { ...device, ...deviceOptions }, 13_962, given);
const reprice = (change: Partial<Supplied> = {}, now = NOW, offer = terms) =>
  repriceOffer(offer, sold, { ...supplied, ...change }, now);

describe('repriceOffer', () => {
  it('reaches the price that was offered, with nothing identifying in clear', () => {
    const repriced = reprice();
    expect(repriced).toMatchObject({
      ok: true,
      value: {
        premium: { gross: 13_962, tax: 790, commission: 3_293 },
        inputs: { ageDays: 0, plan: 'screen' },
        hashes: { imei: 'mac:imei:815732302451094' },
      },
    });
    expect(JSON.stringify(repriced)).not.toContain(device.imei);
  });

  it('binds until the last moment and refuses at the very instant it expires', () => {
    expect(reprice({}, '2026-11-24T07:59:59.999Z').ok).toBe(true);
    expect(reprice({}, '2026-11-24T08:00:00.000Z')).toEqual({
      ok: false,
      code: 'quote-expired',
      facts: { expiredAt: '2026-11-24T08:00:00.000Z' },
    });
  });

  it('does not let a device grow older between offer and bind', () => {
    // Bought 30 days before the quote; at the bind, past midnight in Shanghai, it is 31 days old.
    const answers = { ...device, ...deviceOptions, purchasedOn: '2026-10-24' };
    const offer = offerTerms(sold, answers, 13_962, given);
    expect(reprice({}, '2026-11-23T17:00:00.000Z', offer)).toMatchObject({ value: { inputs: { ageDays: 30 } } });
  });

  it.each(['suspended', 'withdrawn'] as const)('refuses a product that is %s by now', (status) => {
    expect(reprice({ status })).toMatchObject({ code: 'product-not-active', facts: { status } });
  });

  it('keeps its word when a newer version is on sale', () => {
    expect(repriceOffer(terms, { ...sold, status: 'withdrawn' }, supplied, NOW).ok).toBe(true);
    expect(() => repriceOffer(terms, { ...sold, version: 2 }, supplied, NOW)).toThrow('not the product');
  });

  it.each([
    ['another device', { imei: '356938035643809' }, ['imei']],
    ['no device', {}, ['imei']],
    ['a field that was never quoted', { imei: device.imei, serial: 'X1' }, ['serial']],
  ])('refuses %s', (_, identity, fields) => {
    expect(reprice({ identity })).toEqual({ ok: false, code: 'quote-mismatch', facts: { fields } });
  });

  it('refuses every price but the one that the tariff gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (a) => {
        const repriced = reprice({}, NOW, { ...terms, a });
        expect(repriced.ok ? 'bound' : repriced.code).toBe(a === 13_962 ? 'bound' : 'price-changed');
      }),
    );
  });

  it('binds a flight until the cut-off itself, though the offer still stands', () => {
    const quotedAt = '2027-07-10T06:25:00.000Z';
    const answers = { ...flight, ...flightOptions };
    const rated = quote('flight-delay', answers, quotedAt);
    if (!rated.ok) throw new Error(rated.code);
    const flightDelay = product('flight-delay');
    const offer = offerTerms(flightDelay, answers, rated.value.premium.gross, { ...given, now: quotedAt });
    const identity = { passengerDocument: flight.passengerDocument, ticketNumber: flight.ticketNumber };
    const bind = (now: string) => repriceOffer(offer, flightDelay, { ...supplied, identity }, now);
    expect(bind('2027-07-10T06:30:00.000Z').ok).toBe(true);
    expect(bind('2027-07-10T06:30:00.001Z')).toMatchObject({
      code: 'no-longer-eligible',
      facts: { reasons: ['cut-off-passed'] },
    });
  });

  it('has a catalogue entry for each of its refusals', () => {
    const codes = ['quote-expired', 'product-not-active', 'quote-mismatch', 'no-longer-eligible', 'price-changed'];
    expect(Object.keys(offerRefusals)).toEqual(expect.arrayContaining(codes));
  });
});
