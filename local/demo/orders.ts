import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { RegisterCustomer } from '../../domain/customers/schema.ts';

const productIds = ['return-freight', 'device-protection', 'flight-delay'] as const;
export type ProductId = (typeof productIds)[number];

const Source = z.strictObject({
  source: z.string(),
  official: z.boolean(),
  cancelled: z.literal(true).optional(),
  lateMinutes: z.int().optional(),
});

const Flight = z.strictObject({
  number: z.string(),
  from: z.string(),
  to: z.string(),
  risk: z.string(),
  plan: z.string(),
  ticket: z.string(),
  passengerDocument: z.string(),
  flyingMinutes: z.int(),
  departsInHours: z.int().optional(),
  departsInDays: z.int().optional(),
  departsAt: z.string().optional(),
  delayPublished: z.literal(true).optional(),
});

const Device = z.strictObject({
  model: z.string(),
  imei: z.string(),
  price: z.int(),
  boughtDaysAgo: z.int(),
  region: z.string(),
  priorRepairs: z.int(),
  plan: z.string(),
  deductible: z.string(),
  startsInDays: z.int().optional(),
});

/** What must come of a claim: what is paid, a refusal or rejection by its code, or what it waits for. */
const ClaimExpected = z.strictObject({
  paid: z.int().optional(),
  refused: z.string().optional(),
  rejected: z.string().optional(),
  waits: z.string().optional(),
  inReview: z.string().optional(),
  decidedBy: z.tuple([z.literal('handler'), z.literal('approver')]).optional(),
});

/**
 * An order as a shop has it, with what the shop wants insured, what happens to it, and what must come of that. A price
 * is given where it does not depend on the day; reasons are given where a risk is declined.
 */
export const Order = z.strictObject({
  orderNumber: z.string(),
  buyer: z.string(),
  buyerReturnRate: z.string().optional(),
  shop: z.strictObject({ name: z.string(), rating: z.string() }),
  goods: z.array(z.strictObject({ title: z.string(), category: z.string(), price: z.int() })).min(1),
  pays: z.enum(['provider', 'partner']),
  parcel: z
    .strictObject({
      carrier: z.string(),
      waybill: z.string(),
      from: z.string(),
      to: z.string(),
      distance: z.string(),
    })
    .optional(),
  return: z
    .strictObject({
      carrier: z.string(),
      waybill: z.string(),
      kind: z.string(),
      freightPaidBy: z.string(),
      onPlatform: z.boolean(),
      status: z.string(),
    })
    .optional(),
  device: Device.optional(),
  loss: z.strictObject({ coverage: z.string(), repairQuote: z.int().optional() }).optional(),
  flight: Flight.optional(),
  sources: z.array(Source).optional(),
  insure: z.array(z.enum(productIds)).min(1),
  // biome-ignore lint/suspicious/noThenProperty: the file reads like a story, and no order is ever awaited.
  then: z.enum(['kept', 'cancelled', 'returned', 'damaged', 'cancelled-flight', 'flown']),
  expect: z.strictObject({
    offers: z
      .partialRecord(z.enum(productIds), z.union([z.int(), z.literal('offered'), z.array(z.string()).min(1)]))
      .optional(),
    refused: z.partialRecord(z.enum(productIds), z.string()).optional(),
    refund: z.enum(['provider', 'partner']).optional(),
    claim: ClaimExpected.optional(),
  }),
});
export type Order = z.infer<typeof Order>;
export type Buyer = z.infer<typeof RegisterCustomer>;

const examples = new URL('../../examples/', import.meta.url);
const jsonAt = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, examples), 'utf8'));

export const loadBuyers = async (): Promise<Readonly<Record<string, Buyer>>> =>
  z.record(z.string(), RegisterCustomer).parse(await jsonAt('buyers.json'));

export const loadOrders = async (): Promise<readonly Order[]> => {
  const files = await Promise.all(productIds.map((name) => jsonAt(`orders/${name}.json`)));
  return files.flatMap((file) => z.array(Order).parse(file));
};

const digits = (count: number, ...parts: readonly string[]): string =>
  (BigInt(`0x${createHash('sha256').update(parts.join(' ')).digest('hex')}`) % 10n ** BigInt(count))
    .toString()
    .padStart(count, '0');

const checkDigit = (body: string): number => {
  const sum = [...body].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Another device of the same model; its check digit is as right, or as wrong, as that of the one in the file. */
const anotherImei = (imei: string, run: string): string => {
  const body = `${imei.slice(0, 8)}${digits(6, run, imei)}`;
  const off = (Number(imei.at(-1)) - checkDigit(imei.slice(0, -1)) + 10) % 10;
  return `${body}${(checkDigit(body) + off) % 10}`;
};

const anotherWaybill = (waybill: string, run: string): string => `${waybill.slice(0, 2)}${digits(13, run, waybill)}`;

/**
 * The same order with other numbers. An order, a device and a parcel are insured once, so a story that is told again to
 * the same platform needs others.
 */
export const renumbered = (order: Order, run: string): Order => {
  const { parcel, device, flight } = order;
  const back = order.return;
  return {
    ...order,
    orderNumber: `${order.orderNumber}-${run}`,
    ...(parcel !== undefined && { parcel: { ...parcel, waybill: anotherWaybill(parcel.waybill, run) } }),
    ...(back !== undefined && { return: { ...back, waybill: anotherWaybill(back.waybill, run) } }),
    ...(device !== undefined && { device: { ...device, imei: anotherImei(device.imei, run) } }),
    ...(flight !== undefined && {
      flight: {
        ...flight,
        ticket: `781${digits(10, run, flight.ticket)}`,
        passengerDocument: `E${digits(8, run, flight.passengerDocument, flight.number)}`,
      },
    }),
  };
};
