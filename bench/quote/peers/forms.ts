import * as z from 'zod';
import { filedByProvince } from '../products.ts';

const itemId = z.string().regex(/^[\w.:-]{1,64}$/);
const date = z.iso.date().regex(/^20/);
const keysOf = (table: string): [string, ...string[]] =>
  Object.keys(filedByProvince.tables[table] ?? {}) as [string, ...string[]];
const rate = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/);

const Device = z.strictObject({
  itemId,
  productId: z.literal('device-protection'),
  insuredObject: z.strictObject({
    imei: z.string().regex(/^\d{15}$/),
    model: z.string().regex(/^[\w .+-]{2,40}$/),
    deviceValue: z.int().min(10_000).max(2_000_000),
    purchasedOn: date,
    region: z.enum(keysOf('region')),
    priorRepairs: z.int().min(0).max(20),
  }),
  options: z.strictObject({
    plan: z.enum(['screen', 'accidental', 'theft']),
    deductible: z.enum(keysOf('deductible')),
    startDate: date.optional(),
  }),
});

const Flight = z.strictObject({
  itemId,
  productId: z.literal('flight-delay'),
  insuredObject: z.strictObject({
    passengerDocument: z.string().regex(/^[A-Z0-9]{5,20}$/),
    ticketNumber: z.string().regex(/^\d{13}$/),
    flightNumber: z.string().regex(/^[A-Z0-9]{2}\d{1,4}[A-Z]?$/),
    scheduledDeparture: z.iso.datetime({ offset: true }).regex(/^20/),
    risk: z.enum(['A', 'B', 'C']),
    delayPublished: z.boolean(),
  }),
  options: z.strictObject({ plan: z.enum(['basic', 'plus']) }),
});

const Freight = z.strictObject({
  itemId,
  productId: z.literal('return-freight'),
  insuredObject: z.strictObject({
    orderNumber: z.string().regex(/^[A-Za-z0-9-]{6,40}$/),
    category: z.enum(['electronics', 'apparel', 'shoes', 'cosmetics', 'home', 'food']),
    distance: z.enum(['same_province', 'neighbour', 'far', 'remote']),
    buyerReturnRate: rate.refine((text) => Number(text) <= 1),
    sellerRating: rate.refine((text) => Number(text) <= 5),
  }),
  options: z.strictObject({}).optional(),
});

const Item = z.discriminatedUnion('productId', [Device, Flight, Freight]);
export type Item = z.infer<typeof Item>;
export type Device = z.infer<typeof Device>;
export type Flight = z.infer<typeof Flight>;
export type Freight = z.infer<typeof Freight>;

/** The request as it would be written with zod: each product has its form. */
export const Basket = z.strictObject({
  items: z
    .array(Item)
    .min(1)
    .max(16)
    .refine((items) => new Set(items.map((item) => item.itemId)).size === items.length),
});
