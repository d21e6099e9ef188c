import { productOf } from '../../../domain/products/catalogue.ts';
import type { ProductVersion } from '../../../domain/products/schema.ts';
import { deriveInputs } from '../../../domain/quoting/derive-inputs.ts';
import { premiumOf, rate, worksheetOf } from '../../../domain/quoting/rate.ts';
import { accept } from '../../../domain/shared/decision.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';

export const NOW = '2026-11-23T08:00:00.000Z';
export const OFFER_ID = 'off_01jd8x2k7v5m3q9w4t6y8r0z1b';

/** The catalogue's product; a missing one fails the test that asked for it. */
export const product = (productId: string): ProductVersion => {
  const found = productOf(productId);
  if (!found) throw new Error(`no product ${productId}`);
  return found;
};

export const order = {
  orderNumber: 'ORDER-20261123-1',
  category: 'apparel',
  distance: 'neighbour',
  buyerReturnRate: '0.2',
  sellerRating: '4.7',
};

/** Bought on the day of the quote, so it is new. */
export const device = {
  imei: '490154203237518',
  model: 'Pixel 12',
  deviceValue: 499_900,
  purchasedOn: '2026-11-23',
  region: 'T1',
  priorRepairs: 0,
};
export const deviceOptions = { plan: 'screen', deductible: '10' };

export const flight = {
  passengerDocument: 'E12345678',
  ticketNumber: '7811234567890',
  flightNumber: 'MU5101',
  scheduledDeparture: '2027-07-10T18:30:00+08:00',
  risk: 'B',
  delayPublished: false,
};
export const flightOptions = { plan: 'basic' };

/** Stand-ins for the real hashes: readable, and different for every input. */
export const hashes = {
  hash: (text: string) => `sha:${text.length}:${text.slice(0, 20)}`,
  keyedHash: (field: string, value: string) => `mac:${field}:${[...value].reverse().join('')}`,
};

/** Rates answers of a catalogue product at an instant. */
export const quote = (productId: string, answers: Inputs, now = NOW) => {
  const offered = product(productId);
  const price = rate(offered, deriveInputs(offered, answers, now));
  if (!price.ok) return price;
  return accept({ premium: premiumOf(offered, price.value), worksheet: worksheetOf(price.value) });
};
