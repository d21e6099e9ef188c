import { replacing, respelling } from '../mutator.ts';
import { jsonText, verbatim } from '../written.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });
const numberIn = (old: unknown): number => (typeof old === 'number' ? old : 1);

/** Another type than the place takes. */
const types = replacing(
  'type',
  { on: ['field'] },
  {
    null: ['is null', () => null],
    true: ['is true', () => true],
    false: ['is false', () => false],
    number: ['is a number', () => 42],
    text: ['is the text of what it was', (old) => (typeof old === 'string' ? '42' : jsonText(old ?? 1))],
    'empty-array': ['is an empty array', () => []],
    'array-of-it': ['is an array of what it was', (old) => [old ?? 1]],
    'array-of-nulls': ['is an array of nulls', () => [null, null]],
    'empty-object': ['is an empty object', () => ({})],
    'object-of-it': ['is an object around what it was', (old) => ({ value: old ?? 1 })],
    'nested-object': ['is an object five levels deep', () => nested(5)],
    'like-an-array': ['is an object that looks like an array', () => ({ 0: 'a', length: 1 })],
    'like-a-date': ['is an object with methods for names', () => ({ toJSON: 'x', toString: 'y', valueOf: 1 })],
    'like-an-operator': ['is an operator of another database', () => ({ $gt: '' })],
    'like-an-attribute': ['is an attribute value as DynamoDB writes it', () => ({ S: 'x', NULL: true })],
  },
);

/** Numbers that are hard to hold or to read. */
const numbers = replacing(
  'number',
  { on: ['field'] },
  {
    zero: ['is zero', () => 0],
    'minus-zero': ['is minus zero', () => verbatim('-0')],
    negated: ['has the other sign', (old) => (numberIn(old) === 0 ? -1 : -numberIn(old))],
    half: ['is half a unit more', (old) => numberIn(old) + 0.5],
    'one-more': ['is one more', (old) => numberIn(old) + 1],
    'one-less': ['is one less', (old) => numberIn(old) - 1],
    'written-as-float': ['is written with a decimal point', (old) => verbatim(`${Math.trunc(numberIn(old))}.0`)],
    'written-with-exponent': ['is written with an exponent', (old) => verbatim(`${Math.trunc(numberIn(old))}e0`)],
    'a-thousand': ['is 1e3', () => verbatim('1e3')],
    'max-int': ['is the greatest number of 32 bits and one', () => 2_147_483_648],
    'max-safe': ['is the greatest safe integer', () => Number.MAX_SAFE_INTEGER],
    'min-safe': ['is the least safe integer', () => Number.MIN_SAFE_INTEGER],
    'not-safe': ['is the first integer that is not safe', () => verbatim('9007199254740992')],
    'not-held': ['is an integer that no double holds', () => verbatim('9007199254740993')],
    'past-64-bits': ['is the greatest number of 64 bits and one', () => verbatim('18446744073709551616')],
    infinite: ['is too great for a double', () => verbatim('1e400')],
    'minus-infinite': ['is too little for a double', () => verbatim('-1e400')],
    tiny: ['is the least double', () => verbatim('5e-324')],
    'a-tenth-of-a-millionth': ['is 1e-7', () => verbatim('1e-7')],
    'greatest-double': ['is the greatest double', () => verbatim('1.7976931348623157e308')],
    'many-digits': ['has 400 digits', () => verbatim('9'.repeat(400))],
    'many-decimals': ['has 300 decimals', () => verbatim(`0.${'1'.repeat(300)}`)],
    'leading-zeros': ['begins with zeros', () => verbatim('007')],
    'leading-plus': ['begins with a plus', () => verbatim('+1')],
    hexadecimal: ['is hexadecimal', () => verbatim('0x10')],
    'not-a-number': ['is NaN', () => verbatim('NaN')],
    infinity: ['is Infinity', () => verbatim('Infinity')],
    'thousands-marked': ['has an underscore', () => verbatim('1_000')],
  },
);

/** Texts that some languages read as numbers. */
const numerals = respelling(
  'numeral',
  { on: ['field', 'query', 'path'] },
  {
    exponent: ['is the text 1e3', () => '1e3'],
    'negative-exponent': ['is the text 1e-7', () => '1e-7'],
    'not-a-number': ['is the text NaN', () => 'NaN'],
    infinity: ['is the text Infinity', () => 'Infinity'],
    hexadecimal: ['is the text 0x10', () => '0x10'],
    binary: ['is the text 0b11', () => '0b11'],
    'arabic-digits': ['is in Arabic digits', () => '١٢٣'],
    'full-width-digits': ['is in full-width digits', () => '１２３'],
    padded: ['stands between spaces', () => ' 5 '],
    'trailing-letters': ['is a number with letters behind', () => '10abc'],
    plus: ['begins with a plus', () => '+5'],
    'minus-zero': ['is the text -0', () => '-0'],
    'minus-one': ['is the text -1', () => '-1'],
    zero: ['is the text 0', () => '0'],
    'fifty-one': ['is the text 51', () => '51'],
    'hundred-and-one': ['is the text 101', () => '101'],
    milliard: ['is the text 1000000000', () => '1000000000'],
    'not-safe': ['is the text of an integer that is not safe', () => '9007199254740993'],
    'many-digits': ['has 400 digits', () => '9'.repeat(400)],
    decimal: ['is the text 1.5', () => '1.5'],
    'leading-zeros': ['is the text 0005', () => '0005'],
  },
);

export const typeMutators = [...types, ...numbers, ...numerals];
