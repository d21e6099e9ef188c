import { describe, expect, it } from 'vitest';
import { aShop, breaks, fieldsOf, operationIn, type Shop, sentences, set } from './shop.ts';

type Planted = readonly [what: string, change: (shop: Shop) => void, says: string];
const order = (shop: Shop) => fieldsOf(shop, 'Order');
const asked = (shop: Shop): string[] => shop.components.schemas.Order['required'] as string[];

const breaking: readonly Planted[] = [
  ['a field that must be sent', (shop) => asked(shop).push('gift'), 'The field `gift` must be sent now.'],
  [
    'a new field that must be sent',
    (shop) => {
      order(shop).colour = { type: 'string' };
      asked(shop).push('colour');
    },
    'The field `colour` must be sent now.',
  ],
  ['a field that is gone', (shop) => delete order(shop).gift, 'The field `gift` is refused now.'],
  ['another type', (shop) => set(order(shop).gift, 'type', 'string'), 'The type `boolean` is refused now.'],
  ['no null any more', (shop) => set(order(shop).gift, 'type', 'null'), 'The type `boolean` is refused now.'],
  ['fewer values', (shop) => order(shop).size.enum.pop(), 'The value `large` is refused now.'],
  ['a list of values', (shop) => set(order(shop).name, 'enum', ['ann']), 'Only listed values are taken now.'],
  ['a constant', (shop) => set(order(shop).count, 'const', 1), 'Only listed values are taken now.'],
  [
    'another pattern',
    (shop) => set(order(shop).name, 'pattern', '^[a-m]+$'),
    'The pattern `^[a-m]+$` is asked for now.',
  ],
  ['a higher minimum', (shop) => set(order(shop).count, 'minimum', 2), '`minimum` takes less than before.'],
  [
    'an excluded minimum',
    (shop) => set(order(shop).count, 'exclusiveMinimum', 1),
    '`exclusiveMinimum` takes less than before.',
  ],
  ['a lower maximum', (shop) => set(order(shop).count, 'maximum', 9), '`maximum` takes less than before.'],
  ['a shorter text', (shop) => set(order(shop).name, 'maxLength', 39), '`maxLength` takes less than before.'],
  ['a longer text', (shop) => set(order(shop).name, 'minLength', 2), '`minLength` takes less than before.'],
  ['fewer elements', (shop) => set(order(shop).lines, 'maxItems', 4), '`maxItems` takes less than before.'],
  ['a format', (shop) => set(order(shop).name, 'format', 'email'), '`format` is asked for or other.'],
  [
    'another value of a map',
    (shop) => set(order(shop).extra, 'additionalProperties', { type: 'string' }),
    'The type `number` is refused now.',
  ],
  [
    'a shorter name in a map',
    (shop) => set(order(shop).extra, 'propertyNames', { maxLength: 8 }),
    '`maxLength` takes less than before.',
  ],
  [
    'a map that is closed',
    (shop) => set(order(shop).extra, 'additionalProperties', false),
    'Fields that are not named are refused now.',
  ],
  [
    'a narrower recursive schema',
    (shop) => set(fieldsOf(shop, 'Line').text, 'type', 'integer'),
    'The type `string` is refused now.',
  ],
  [
    'a branch less',
    (shop) => set(order(shop), 'gift', { anyOf: [{ const: true }] }),
    'Only listed values are taken now.',
  ],
  [
    'one demand more',
    (shop) => set(order(shop), 'count', { allOf: [order(shop).count, { maximum: 3 }] }),
    '`maximum` takes less than before.',
  ],
  [
    'a parameter that must be sent',
    (shop) => set(operationIn(shop).parameters[1], 'required', true),
    'The query parameter `limit` must be sent now.',
  ],
  [
    'a header that must be sent',
    (shop) => operationIn(shop).parameters.push({ in: 'header', name: 'If-Match', required: true }),
    'The header parameter `If-Match` must be sent now.',
  ],
  [
    'a parameter that is gone',
    (shop) => operationIn(shop).parameters.splice(1, 1),
    'The query parameter `limit` is no longer known.',
  ],
  [
    'a narrower parameter',
    (shop) => set(operationIn(shop).parameters[1].schema, 'maximum', 50),
    '`maximum` takes less than before.',
  ],
  [
    'another media type',
    (shop) => set(operationIn(shop).requestBody, 'content', { 'text/csv': {} }),
    '`application/json` is refused now.',
  ],
  ['no body any more', (shop) => delete operationIn(shop).requestBody, 'A body is no longer taken.'],
];

const additive: readonly (readonly [what: string, change: (shop: Shop) => void])[] = [
  ['a field that may be sent', (shop) => set(order(shop), 'colour', { type: 'string' })],
  ['a field that need not be sent any more', (shop) => asked(shop).pop()],
  ['more values', (shop) => order(shop).size.enum.push('huge')],
  ['any value', (shop) => delete order(shop).size.enum],
  ['a wider number', (shop) => void Object.assign(order(shop).count, { type: 'number', minimum: 0, maximum: 11 })],
  ['null as well', (shop) => set(order(shop).gift, 'type', ['boolean', 'null'])],
  ['no pattern', (shop) => delete order(shop).name.pattern],
  ['a branch more', (shop) => set(order(shop), 'gift', { anyOf: [{ type: 'boolean' }, { type: 'string' }] })],
  ['the same said otherwise', (shop) => set(order(shop), 'size', { oneOf: [{ const: 'small' }, { const: 'large' }] })],
  [
    'the same as a reference',
    (shop) => {
      Object(shop.components.schemas).Size = order(shop).size;
      order(shop).size = { $ref: '#/components/schemas/Size', description: 'How large.' };
    },
  ],
  ['unknown fields are taken', (shop) => delete shop.components.schemas.Order['additionalProperties']],
  ['a parameter that may be sent', (shop) => operationIn(shop).parameters.push({ in: 'query', name: 'sort' })],
  ['a parameter that need not be sent', (shop) => set(operationIn(shop).parameters[2], 'required', false)],
  ['a header in other letters', (shop) => set(operationIn(shop).parameters[2], 'name', 'idempotency-key')],
  ['a second media type', (shop) => set(operationIn(shop).requestBody.content, 'text/csv', {})],
  [
    'other words',
    (shop) => void Object.assign(order(shop).name, { description: 'New.', example: 'ann', default: 'bo' }),
  ],
  [
    'another name for a part of the path',
    (shop) => {
      const item = Object(shop.paths['/sales/{saleId}']);
      delete shop.paths['/sales/{saleId}'];
      shop.paths['/sales/{id}'] = item;
      item.post.parameters[0].name = 'id';
    },
  ],
];

describe('what is taken', () => {
  it.each(breaking)('breaks by %s', (_what, change, says) => {
    expect(sentences(change)).toEqual([says]);
  });

  it.each(additive)('does not break by %s', (_what, change) => {
    const [before, after] = [aShop(), aShop()];
    change(after);
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    expect(sentences(change)).toEqual([]);
  });

  it('is told where it breaks, once for a schema that is met again inside itself, and with the way out', () => {
    expect(breaks((shop) => set(fieldsOf(shop, 'Line').text, 'type', 'integer'))).toEqual([
      {
        pointer: '/components/schemas/Line/properties/text',
        says: 'POST /v1/sales/{saleId}: The type `string` is refused now.',
        wayOut: expect.stringContaining('new path or version'),
      },
    ]);
  });

  it('breaks where a body must be sent that need not be', () => {
    const before = (shop: Shop) => set(operationIn(shop).requestBody, 'required', false);
    expect(sentences((shop) => set(operationIn(shop).requestBody, 'required', true), before)).toEqual([
      'A body must be sent now.',
    ]);
  });
});
