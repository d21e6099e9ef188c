import { describe, expect, it } from 'vitest';
import { aShop, breaks, fieldsOf, operationIn, type Shop, sentences, set } from './shop.ts';

const sale = (shop: Shop) => fieldsOf(shop, 'Sale');
const always = (shop: Shop): string[] => shop.components.schemas.Sale['required'] as string[];
const answers = (shop: Shop) => operationIn(shop).responses;
const codes = (shop: Shop, status = '409') => answers(shop)[status].content['application/problem+json'].examples;

const breaking: readonly (readonly [what: string, change: (shop: Shop) => void, says: string])[] = [
  ['a field that is gone', (shop) => delete sale(shop).note, 'The field `note` is gone.'],
  ['a field that may be absent', (shop) => always(shop).pop(), 'The field `total` is no longer always there.'],
  ['another type', (shop) => set(sale(shop).total, 'type', 'string'), 'The type may be `string` now.'],
  ['null as well', (shop) => set(sale(shop).total, 'type', ['integer', 'null']), 'The type may be `null` now.'],
  ['a new value', (shop) => sale(shop).status.enum.push('lost'), 'The value `lost` is new.'],
  ['any value', (shop) => delete sale(shop).status.enum, 'More than the listed values are answered now.'],
  [
    'a list that may grow',
    (shop) => set(sale(shop).status, 'x-may-grow', true),
    'A closed list of values may grow now.',
  ],
  ['another form of an id', (shop) => set(sale(shop).saleId, 'pattern', '^s_'), 'The pattern `^sal_` is not kept now.'],
  ['a lower minimum', (shop) => set(sale(shop).total, 'minimum', -1), '`minimum` promises less than before.'],
  ['a longer text', (shop) => set(sale(shop).note, 'maxLength', 81), '`maxLength` promises less than before.'],
  [
    'a branch that nobody knew',
    (shop) =>
      sale(shop).outcome.oneOf.push({ type: 'object', properties: { kind: { const: 'kept' } }, required: ['kind'] }),
    'The value `kept` is new.',
  ],
  [
    'a field of a branch that may be absent',
    (shop) => sale(shop).outcome.oneOf[0].required.pop(),
    'The field `by` is no longer always there.',
  ],
  [
    'another success',
    (shop) => {
      answers(shop)['200'] = answers(shop)['201'];
      delete answers(shop)['201'];
    },
    'It succeeds with 200 now, not with 201.',
  ],
  [
    'another media type',
    (shop) => set(answers(shop)['201'], 'content', { 'text/csv': {} }),
    '`application/json` is no longer answered.',
  ],
  [
    'a header that is gone',
    (shop) => delete answers(shop)['201'].headers['X-Request-Id'],
    '`X-Request-Id` is no longer answered.',
  ],
  ['a refusal that is gone', (shop) => delete codes(shop).closed, 'It no longer refuses with `closed`.'],
  [
    'a refusal with another status',
    (shop) => {
      delete codes(shop).closed;
      answers(shop)['410'] = { content: { 'application/problem+json': { examples: { closed: {} } } } };
    },
    'It refuses with `closed` as 410 now, not as 409.',
  ],
];

const additive: readonly (readonly [what: string, change: (shop: Shop) => void])[] = [
  ['a new field', (shop) => set(sale(shop), 'colour', { type: 'string' })],
  ['a field that is always there now', (shop) => always(shop).push('note')],
  ['fewer values', (shop) => sale(shop).status.enum.pop()],
  ['a narrower number', (shop) => set(sale(shop).total, 'minimum', 1)],
  ['never null', (shop) => set(sale(shop), 'paid', { type: 'integer' })],
  ['the same said otherwise', (shop) => set(sale(shop), 'paid', { type: ['null', 'integer'] })],
  ['a branch less', (shop) => sale(shop).outcome.oneOf.pop()],
  ['a new header', (shop) => set(answers(shop)['201'].headers, 'ETag', { schema: { type: 'string' } })],
  ['a new refusal', (shop) => set(codes(shop), 'too-late', {})],
  [
    'a refusal of a new kind',
    (shop) => set(answers(shop), '429', { content: { 'application/problem+json': { examples: { slow: {} } } } }),
  ],
];

describe('what is answered', () => {
  it.each(breaking)('breaks by %s', (_what, change, says) => {
    expect(sentences(change)).toEqual([says]);
  });

  it.each(additive)('does not break by %s', (_what, change) => {
    const [before, after] = [aShop(), aShop()];
    change(after);
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    expect(sentences(change)).toEqual([]);
  });

  it('may hold new values where the baseline said that the list grows', () => {
    const open = (shop: Shop) => set(sale(shop).status, 'x-may-grow', true);
    expect(sentences((shop) => sale(shop).status.enum.push('lost'), open)).toEqual([]);
    expect(sentences((shop) => set(sale(shop).status, 'type', 'integer'), open)).toEqual([
      'The type may be `integer` now.',
    ]);
  });

  it('may have ids of new kinds where the baseline said so, asked for and answered', () => {
    const fields = (shop: Shop) => [fieldsOf(shop, 'Order').name, sale(shop).saleId];
    const open = (shop: Shop) => void fields(shop).map((field) => set(field, 'x-may-grow', true));
    const widen = (shop: Shop) => void fields(shop).map((field) => set(field, 'pattern', '^(sal|[a-z]+)'));
    expect(sentences(widen, open)).toEqual([]);
    expect(sentences(widen)).toHaveLength(2);
    expect(
      sentences(
        (shop) => fieldsOf(shop, 'Order').size.enum.pop(),
        (shop) => set(fieldsOf(shop, 'Order').size, 'x-may-grow', true),
      ),
    ).toHaveLength(1);
  });

  it('points into the baseline for what is gone', () => {
    const [gone] = breaks((shop) => delete sale(shop).note);
    expect(gone).toMatchObject({ pointer: '/components/schemas/Sale/properties/note' });
  });
});
