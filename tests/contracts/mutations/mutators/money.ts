import { foundAt, type Place, respelling } from '../mutator.ts';
import type { Draft } from '../request.ts';

const isDecimal = (place: Place, draft: Draft): boolean => {
  const old = foundAt(draft, place);
  return typeof old === 'number' || (typeof old === 'string' && /^-?\d+(\.\d+)?$/.test(old));
};
const isCurrency = ({ name }: Place): boolean => /currency/i.test(name);

const decimals = respelling(
  'decimal',
  { on: ['field', 'query'], fits: isDecimal },
  {
    comma: ['has a comma', () => '1,00'],
    thousands: ['has commas between thousands', () => '1,234,567.89'],
    'ends-with-point': ['ends with its point', () => '1.'],
    'begins-with-point': ['begins with its point', () => '.5'],
    'minus-zero': ['is minus zero', () => '-0.00'],
    'zero-of-many': ['is zero in many digits', () => '0.000000000000000000000000'],
    'over-long': ['has 500 decimals', () => `0.${'3'.repeat(500)}`],
    'over-great': ['has 500 digits', () => '9'.repeat(500)],
    negative: ['is negative', () => '-0.20'],
    'past-one': ['is just more than one', () => '1.0000000001'],
    hundred: ['is a hundred', () => '100'],
    percent: ['is in per cent', () => '20%'],
    symbol: ['carries the sign of a currency', () => '¥1.00'],
    'with-currency': ['carries its currency', () => '1.00 CNY'],
    fraction: ['is a fraction', () => '1/3'],
    'two-points': ['has two points', () => '1.2.3'],
    'leading-zero': ['begins with a zero', () => '00.20'],
  },
);

const currencies = respelling(
  'currency',
  { on: ['field'], fits: isCurrency },
  {
    small: ['is in small letters', () => 'cny'],
    unknown: ['is none that exists', () => 'ZZZ'],
    'no-currency': ['is the code for no currency', () => 'XXX'],
    other: ['is another one', () => 'USD'],
    'without-cents': ['is one without cents', () => 'JPY'],
    'with-mills': ['is one with mills', () => 'KWD'],
    sign: ['is a sign', () => '¥'],
    number: ['is its number', () => '156'],
  },
);

export const moneyMutators = [...decimals, ...currencies];
