import type { Order, ProductId } from './orders.ts';

/** One line of a basket as the API takes it, and the identifying answers that the bind asks for again. */
export type Line = {
  readonly productId: ProductId;
  readonly item: object;
  readonly identity: Readonly<Record<string, string>>;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const shanghaiMs = 8 * hourMs;

/** The date in Shanghai some days from an instant; China has had no summer time since 1991. */
export const shanghaiDate = (now: string, days = 0): string =>
  new Date(Date.parse(now) + shanghaiMs + days * dayMs).toISOString().slice(0, 10);

const shanghaiTime = (ms: number): string => new Date(ms + shanghaiMs).toISOString().replace(/\.\d+Z$/, '+08:00');

type FlightOrder = NonNullable<Order['flight']>;

/** When the flight is scheduled to depart, as its airport writes it. */
export const departureOf = (flight: FlightOrder, now: string): string =>
  flight.departsInHours === undefined
    ? `${shanghaiDate(now, flight.departsInDays)}T${flight.departsAt}:00+08:00`
    : shanghaiTime(Date.parse(now) + flight.departsInHours * hourMs);

export const arrivalOf = (flight: FlightOrder, departure: string, lateMinutes = 0): string =>
  new Date(Date.parse(departure) + (flight.flyingMinutes + lateMinutes) * minuteMs).toISOString();

const freightLine = (order: Order): Line => {
  const [goods] = order.goods;
  const identity = { orderNumber: order.orderNumber };
  const insuredObject = {
    ...identity,
    category: goods?.category,
    distance: order.parcel?.distance,
    buyerReturnRate: order.buyerReturnRate,
    sellerRating: order.shop.rating,
  };
  return { productId: 'return-freight', identity, item: { insuredObject } };
};

const deviceLine = (device: NonNullable<Order['device']>, now: string): Line => {
  const { imei, model, price, boughtDaysAgo, region, priorRepairs, plan, deductible, startsInDays } = device;
  const purchasedOn = shanghaiDate(now, -boughtDaysAgo);
  const start = startsInDays === undefined ? {} : { startDate: shanghaiDate(now, startsInDays) };
  return {
    productId: 'device-protection',
    identity: { imei },
    item: {
      insuredObject: { imei, model, deviceValue: price, purchasedOn, region, priorRepairs },
      options: { plan, deductible, ...start },
    },
  };
};

const flightLine = (flight: FlightOrder, now: string): Line => {
  const { number, risk, plan, ticket, passengerDocument, delayPublished } = flight;
  const identity = { passengerDocument, ticketNumber: ticket };
  const insuredObject = {
    ...identity,
    flightNumber: number,
    scheduledDeparture: departureOf(flight, now),
    risk,
    delayPublished: delayPublished ?? false,
  };
  return { productId: 'flight-delay', identity, item: { insuredObject, options: { plan } } };
};

const lineFor = (order: Order, productId: ProductId, now: string): Line => {
  if (productId === 'return-freight') return freightLine(order);
  if (productId === 'device-protection' && order.device !== undefined) return deviceLine(order.device, now);
  if (productId === 'flight-delay' && order.flight !== undefined) return flightLine(order.flight, now);
  throw new Error(`${order.orderNumber} wants ${productId} but holds nothing that it could insure.`);
};

/** A shop's order as the basket that it has quoted, at an instant of the sandbox's clock. */
export const basketOf = (order: Order, now: string): readonly Line[] =>
  order.insure.map((productId, at) => {
    const { item, identity } = lineFor(order, productId, now);
    return { productId, identity, item: { itemId: `line-${at + 1}`, productId, ...item } };
  });
