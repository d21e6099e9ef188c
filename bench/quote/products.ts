import deviceProtection from '../../domain/products/catalogue/device-protection.json' with { type: 'json' };
import flightDelay from '../../domain/products/catalogue/flight-delay.json' with { type: 'json' };
import returnFreight from '../../domain/products/catalogue/return-freight.json' with { type: 'json' };
import type { QuotableProduct } from '../../domain/products/quotable/schema.ts';

/** The regions at the level of a province (GB/T 2260), each with a relativity of its own: from 0.90 to 1.23. */
const provinces =
  'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO'.split(' ');
const relativities = Object.fromEntries(provinces.map((code, at) => [code, (0.9 + at / 100).toFixed(2)]));
const deductibles = { '0': '1.18', '5': '1.09', '10': '1.00', '15': '0.94', '20': '0.88' };
const share = { '0': '0', '5': '0.05', '10': '0.10', '15': '0.15', '20': '0.20' };

type Field = QuotableProduct['insuredObject'][number];
const choosing = (field: Field, name: string, options: readonly string[]): Field =>
  field.name === name ? ({ ...field, options } as Field) : field;

const device = deviceProtection as unknown as QuotableProduct;

/**
 * Device protection with a tariff of 48 rows, as it would be filed by province: 3 plans, 5 deductibles, 34 provinces,
 * 3 ages and 3 counts of repairs. The catalogue's own, with three regions, has 15.
 */
export const filedByProvince: QuotableProduct = {
  ...device,
  insuredObject: device.insuredObject.map((field) => choosing(field, 'region', provinces)),
  options: (device.options ?? []).map((field) => choosing(field, 'deductible', Object.keys(deductibles))),
  tables: { ...device.tables, region: relativities, deductible: deductibles, share },
};

/** What the quotes of a measurement are made of: the catalogue, with the wide tariff in the place of the narrow one. */
export const products: readonly QuotableProduct[] = [
  filedByProvince,
  flightDelay as unknown as QuotableProduct,
  returnFreight as unknown as QuotableProduct,
];

export const productOf = (productId: string): QuotableProduct | undefined =>
  products.find((product) => product.productId === productId);
