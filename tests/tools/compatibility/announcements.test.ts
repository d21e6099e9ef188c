import { describe, expect, it } from 'vitest';
import { breaks, fieldsOf, operationIn, type Shop, sentences, today } from './shop.ts';

/** What can be announced to go, and where it stands in the shop's document. */
const places: readonly (readonly [what: string, find: (shop: Shop) => object])[] = [
  ['an operation', operationIn],
  ['a field', (shop) => fieldsOf(shop, 'Sale').note],
  ['a parameter', (shop) => operationIn(shop).parameters[1]],
];
const announce = (find: (shop: Shop) => object, sunset: string) => (shop: Shop) =>
  void Object.assign(find(shop), { deprecated: true, 'x-sunset': sunset });
const withdraw = (find: (shop: Shop) => object) => (shop: Shop) => {
  delete Object(find(shop)).deprecated;
  delete Object(find(shop))['x-sunset'];
};

describe.each(places)('the announced end of %s', (_what, find) => {
  const moved = (from: string, to: string) => sentences(announce(find, to), announce(find, from));

  it('never moves to an earlier day, whether that has come or not', () => {
    for (const earlier of ['2028-01-30', '2026-11-22', '2020-01-01'])
      expect(moved('2028-01-31', earlier)).toEqual([`The end that was announced for 2028-01-31 is ${earlier} now.`]);
  });

  it('may stay or move to a later day, and may be taken back', () => {
    expect(moved('2028-01-31', '2028-01-31')).toEqual([]);
    expect(moved('2026-12-01', '2026-12-02')).toEqual([]);
    expect(sentences(withdraw(find), announce(find, '2026-12-01'))).toEqual([]);
  });

  it('is at least twelve months away when it is first announced, whatever it says of the past', () => {
    for (const soon of ['2027-11-22', today, '2025-01-31'])
      expect(sentences(announce(find, soon))).toEqual([
        `It is announced to go on ${soon}, which is less than twelve months away.`,
      ]);
    expect(sentences(announce(find, '2027-11-23'))).toEqual([]);
  });

  it('is a day of a calendar', () => {
    for (const wrong of ['2029-02-30', '2029-13-01', '31.1.2029', 'soon', '9'])
      expect(sentences(announce(find, wrong))).toEqual([`It is announced to go on ${wrong}, which is no day.`]);
    expect(moved('2028-01-31', 'never')).toEqual(['It is announced to go on never, which is no day.']);
  });

  it('counts only where both are said: half an announcement in the baseline does not shorten the notice', () => {
    const half = (shop: Shop) => void Object.assign(find(shop), { 'x-sunset': '2026-11-20' });
    expect(sentences(announce(find, '2026-11-20'), half)).toEqual([
      'It is announced to go on 2026-11-20, which is less than twelve months away.',
    ]);
  });
});

describe('an announcement', () => {
  it('is told with its place and the way out', () => {
    expect(breaks(announce(operationIn, '2027-01-31'))).toEqual([
      {
        pointer: '/paths/~1sales~1{saleId}/post',
        says: 'It is announced to go on 2027-01-31, which is less than twelve months away.',
        wayOut: 'name 2027-11-23 or a later day: notice counts from the day on which the baseline takes it',
      },
    ]);
  });

  it('is found again where parameters have another order or a part of the path another name', () => {
    const before = announce((shop) => operationIn(shop).parameters[1], '2026-12-01');
    const change = (shop: Shop) => {
      const item = Object(shop.paths['/sales/{saleId}']);
      delete shop.paths['/sales/{saleId}'];
      shop.paths['/sales/{id}'] = item;
      item.post.parameters[0].name = 'id';
      item.post.parameters.reverse();
    };
    expect(sentences(change, before)).toEqual([]);
  });
});
