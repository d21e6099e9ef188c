import { describe, expect, it } from 'vitest';
import { departureOf, shanghaiDate } from '../../../local/demo/basket.ts';
import { loadBuyers, loadOrders, renumbered } from '../../../local/demo/orders.ts';

const orders = await loadOrders();

const passesLuhn = (digits: string): boolean =>
  [...digits]
    .toReversed()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]))
    .reduce((sum: number, value = 0) => sum + value, 0) %
    10 ===
  0;

describe('the example orders', () => {
  it('are at least forty, for all three products, each with its own number', () => {
    expect(orders.length).toBeGreaterThanOrEqual(40);
    expect(new Set(orders.map(({ orderNumber }) => orderNumber)).size).toBe(orders.length);
    expect(new Set(orders.flatMap(({ insure }) => insure)).size).toBe(3);
  });
  it('hold some that are declined and some that are refused, of every product', () => {
    for (const product of ['return-freight', 'device-protection', 'flight-delay'] as const) {
      expect(
        orders.some(({ expect: { offers } }) => Array.isArray(offers?.[product])),
        product,
      ).toBe(true);
      expect(
        orders.some(({ expect: { refused } }) => refused?.[product] !== undefined),
        product,
      ).toBe(true);
    }
  });
  it('say what must come of every claim and every cancellation', () => {
    for (const order of orders) {
      const { then, expect: expected, orderNumber } = order;
      if (['returned', 'damaged', 'cancelled-flight', 'flown'].includes(then))
        expect(expected.claim, orderNumber).toBeDefined();
      if (then === 'cancelled') expect(expected.refund, orderNumber).toBe(order.pays);
    }
  });
  it('name buyers who are there', async () => {
    const buyers = await loadBuyers();
    for (const { buyer } of orders) expect(buyers).toHaveProperty(buyer);
    expect(Object.values(buyers).some(({ name }) => /^\p{Script=Han}/u.test(name))).toBe(true);
  });
  it('carry device numbers whose check digit is right, but where they are declined for it', () => {
    for (const { device, expect: expected } of orders) {
      if (device === undefined) continue;
      const offers = expected.offers?.['device-protection'];
      expect(passesLuhn(device.imei), device.imei).toBe(!(Array.isArray(offers) && offers.includes('imei-invalid')));
    }
  });
});

describe('renumbered', () => {
  it('keeps the kind of every number, right or wrong', () => {
    for (const order of orders) {
      const again = renumbered(order, 'a1b2c3');
      if (order.device !== undefined) {
        expect(again.device?.imei).toMatch(/^\d{15}$/);
        expect(again.device?.imei).not.toBe(order.device.imei);
        expect(passesLuhn(again.device?.imei ?? '')).toBe(passesLuhn(order.device.imei));
      }
      if (order.return !== undefined) expect(again.return?.waybill).toMatch(/^[A-Z]{2}\d{13}$/);
      if (order.flight !== undefined) expect(again.flight?.ticket).toMatch(/^781\d{10}$/);
    }
  });
  it('gives the same numbers for the same run, and others for another', () => {
    const [order] = orders;
    if (order === undefined) throw new Error('There is an order.');
    expect(renumbered(order, 'one')).toEqual(renumbered(order, 'one'));
    expect(renumbered(order, 'one').orderNumber).not.toBe(renumbered(order, 'two').orderNumber);
  });
});

describe('dates relative to today', () => {
  it('are those of Shanghai', () => {
    expect(shanghaiDate('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(shanghaiDate('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
    expect(shanghaiDate('2026-12-31T16:00:00.000Z', -1)).toBe('2026-12-31');
  });
  it('give a departure by day and time, or by hours from now', () => {
    const flight = orders.find((order) => order.flight !== undefined)?.flight;
    if (flight === undefined) throw new Error('There is a flight.');
    const now = '2026-11-23T20:15:00.000Z';
    const { departsInDays: _days, departsAt: _at, ...rest } = flight;
    expect(departureOf({ ...rest, departsInDays: 1, departsAt: '08:00' }, now)).toBe('2026-11-25T08:00:00+08:00');
    expect(departureOf({ ...rest, departsInHours: 3 }, now)).toBe('2026-11-24T07:15:00+08:00');
  });
});
