import { describe, expect, it } from 'vitest';
import { keyOf, metricStore, minuteMs, type Point } from '../../../local/metrics/store.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const hourMs = 60 * minuteMs;
const id = { namespace: 'Bindery', name: 'calls', dimensions: { operation: 'bindPolicy', outcome: 'ok' } };
const key = keyOf(id);
const point = (at: number, value = 1, change: Partial<Point> = {}): Point => ({ ...id, at, value, ...change });

describe('the store of metrics', () => {
  it('knows each minute by itself: its first millisecond is in it, the next minute is not', () => {
    const store = metricStore();
    for (const at of [noon - 1, noon, noon + minuteMs - 1, noon + minuteMs]) store.add(point(at));
    expect(store.between(key, { from: noon, to: noon + minuteMs })?.count).toBe(2);
    expect(store.between(key, { from: noon - minuteMs, to: noon + 2 * minuteMs })?.count).toBe(4);
  });

  it('tells metrics apart by namespace, name and dimensions, in whichever order these are said', () => {
    const turned = { outcome: 'ok', operation: 'bindPolicy' };
    expect(keyOf({ ...id, dimensions: turned })).toBe(key);
    for (const other of [{ name: 'ms' }, { namespace: 'AWS/SQS' }, { dimensions: { operation: 'bindPolicy' } }])
      expect(keyOf({ ...id, ...other })).not.toBe(key);
  });

  it('says nothing of what was not measured, and measures nothing that is no number', () => {
    const store = metricStore();
    store.add(point(noon, Number.NaN));
    expect(store.between(key, { from: noon, to: noon + minuteMs })).toBeUndefined();
    expect([...store.ids().keys()]).toEqual([]);
  });

  it('keeps minutes for three hours, then five of them together, and all for a day', () => {
    const store = metricStore();
    store.add(point(noon));
    store.add(point(noon + minuteMs));
    const minute = { from: noon + minuteMs, to: noon + 2 * minuteMs };
    store.add(point(noon + 3 * hourMs));
    expect(store.between(key, minute)?.count).toBe(1);
    store.add(point(noon + 3 * hourMs + 2 * minuteMs));
    expect(store.between(key, minute)).toBeUndefined();
    expect(store.between(key, { from: noon, to: noon + 5 * minuteMs })?.count).toBe(2);
    store.add(point(noon + 24 * hourMs));
    expect(store.between(key, { from: noon, to: noon + 5 * minuteMs })?.count).toBe(2);
    store.add(point(noon + 24 * hourMs + minuteMs));
    expect(store.between(key, { from: noon, to: noon + 5 * minuteMs })).toBeUndefined();
  });

  it('keeps percentiles when minutes are put together', () => {
    const store = metricStore();
    store.add(point(noon, 10, { spread: true }));
    store.add(point(noon + 4 * hourMs, 20, { spread: true }));
    expect(store.between(key, { from: noon, to: noon + 5 * minuteMs })?.bins?.size).toBe(1);
  });

  it('takes what comes late into the time to which it belongs, and not what is older than a day', () => {
    const store = metricStore();
    store.add(point(noon));
    store.add(point(noon - 4 * hourMs));
    store.add(point(noon - 24 * hourMs - 1));
    expect(store.between(key, { from: noon - 4 * hourMs, to: noon - 4 * hourMs + 5 * minuteMs })?.count).toBe(1);
    expect(store.between(key, { from: 0, to: noon + minuteMs })?.count).toBe(2);
  });

  it('never holds more than its bound by more than what one minute brings: the oldest goes first', () => {
    const store = metricStore(600);
    for (let minute = 0; minute < 600; minute += 1)
      for (let operation = 0; operation < 7; operation += 1)
        store.add(point(noon + minute * minuteMs, 1, { dimensions: { operation: `${operation}` } }));
    // Seven metrics without a histogram take six each.
    expect(store.size()).toBeLessThanOrEqual(600 + 42);
    const last = keyOf({ ...id, dimensions: { operation: '3' } });
    expect(store.between(last, { from: noon + 599 * minuteMs, to: noon + 600 * minuteMs })?.count).toBe(1);
    expect(store.between(last, { from: noon, to: noon + 300 * minuteMs })).toBeUndefined();
  });

  it('counts what percentiles take: as many bins as different values came', () => {
    const store = metricStore();
    for (const value of [1, 10, 10, 100]) store.add(point(noon, value, { spread: true }));
    expect(store.size()).toBe(6 + 3);
    for (const value of [1, 10]) store.add(point(noon, value, { name: 'plain' }));
    expect(store.size()).toBe(6 + 3 + 6);
  });

  it('makes room for histograms by the same bound', () => {
    const store = metricStore(100);
    // Each minute brings 6 and 20 bins: of three minutes there are 78, of four 104.
    for (let minute = 0; minute < 6; minute += 1)
      for (let power = 0; power < 20; power += 1)
        store.add(point(noon + minute * minuteMs, 2 ** power, { spread: true }));
    expect(store.size()).toBeLessThanOrEqual(100 + 26);
    expect(store.between(key, { from: noon, to: noon + 2 * minuteMs })).toBeUndefined();
    expect(store.between(key, { from: noon + 5 * minuteMs, to: noon + 6 * minuteMs })?.count).toBe(20);
  });

  it('forgets the names of metrics with the last of them', () => {
    const store = metricStore();
    store.add(point(noon, 1, { name: 'gone' }));
    for (let hour = 1; hour <= 30; hour += 1) store.add(point(noon + hour * hourMs));
    expect([...store.ids().keys()]).toEqual([key]);
  });
});
