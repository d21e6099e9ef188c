import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../../domain/shared/form/check-form.ts';
import type { Field } from '../../../../domain/shared/form/schema.ts';

const label = { en: 'A question', 'zh-CN': '问题' };
const fields: Field[] = [
  { name: 'imei', type: 'text', pattern: '\\d{15}', hashed: true, label },
  { name: 'region', type: 'choice', options: ['T1', 'T2'], label },
  { name: 'repairs', type: 'integer', min: 0, max: 20, label },
  { name: 'value', type: 'money', min: 100, max: 5000, label },
  { name: 'share', type: 'decimal', min: '0', max: '0.5', label },
  { name: 'boughtOn', type: 'date', label },
  { name: 'departure', type: 'date-time', label },
  { name: 'isNew', type: 'flag', label },
  { name: 'note', type: 'choice', options: ['a', 'b'], optional: true, label },
];
const answers = {
  imei: '490154203237518',
  region: 'T1',
  repairs: 0,
  value: 100,
  share: '0.5',
  boughtOn: '2024-02-29',
  departure: '2026-12-24T18:30:00+08:00',
  isNew: false,
};
const codes = (change: Record<string, unknown>) =>
  checkForm(fields, { ...answers, ...change }, '/items/0/insuredObject').map(({ pointer, code }) => [pointer, code]);

describe('checkForm', () => {
  it('has nothing against answers that fit, the optional one given or not', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ note: 'b' })).toEqual([]);
  });

  it.each([
    ['imei', '49015420323751', 'wrong-format'],
    ['imei', '490154203237518\n', 'wrong-format'],
    ['imei', 490154203237518, 'wrong-type'],
    ['region', 'T9', 'not-an-option'],
    ['region', 'constructor', 'not-an-option'],
    ['repairs', 21, 'out-of-range'],
    ['repairs', -1, 'out-of-range'],
    ['repairs', 1.5, 'wrong-type'],
    ['repairs', '1', 'wrong-type'],
    ['value', 99, 'out-of-range'],
    ['value', 5001, 'out-of-range'],
    ['value', Number.NaN, 'wrong-type'],
    ['value', 2 ** 53, 'wrong-type'],
    ['share', '0.500001', 'out-of-range'],
    ['share', '.5', 'wrong-format'],
    ['share', '1e-1', 'wrong-format'],
    ['share', 0.5, 'wrong-type'],
    ['boughtOn', '2023-02-29', 'wrong-format'],
    ['boughtOn', '2024-02-29T00:00', 'wrong-format'],
    ['departure', '2026-12-24T18:30:00', 'wrong-format'],
    ['departure', '2026-02-30T18:30:00Z', 'wrong-format'],
    ['departure', '2026-12-24T24:00:00Z', 'wrong-format'],
    ['isNew', 'yes', 'wrong-type'],
    ['note', null, 'wrong-type'],
  ])('says of %s = %o: %s', (field, answer, code) => {
    expect(codes({ [field]: answer })).toEqual([[`/items/0/insuredObject/${field}`, code]]);
  });

  it('takes the bounds themselves', () => {
    expect([codes({ repairs: 20 }), codes({ value: 5000 }), codes({ share: '0' })]).toEqual([[], [], []]);
  });

  it('points at every missing and every unknown answer at once', () => {
    const { imei: _imei, ...rest } = answers;
    expect(checkForm(fields, { ...rest, 'a/b~c': 1 }, '/form')).toEqual([
      { pointer: '/form/imei', code: 'required', detail: 'A text is required.' },
      { pointer: '/form/a~1b~0c', code: 'unknown-field', detail: 'There is no such field.' },
    ]);
  });

  it('does not take what every object inherits for an answer', () => {
    const asked: Field[] = [{ name: 'constructor', type: 'flag', label }];
    expect(checkForm(asked, {}, '')).toMatchObject([{ code: 'required' }]);
  });

  it('never repeats an answer, which may be personal', () => {
    const answer = fc.string({ minLength: 8 }).filter((text) => !/^\d{15}$/.test(text));
    fc.assert(
      fc.property(answer, (imei) => {
        const [problem] = checkForm(fields, { ...answers, imei }, '');
        expect(problem?.detail).toBe('It must match \\d{15}.');
      }),
    );
  });
});
