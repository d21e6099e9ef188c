import { foundAt, type Given, type Place, respelling } from '../mutator.ts';
import type { Draft } from '../request.ts';
import { verbatim } from '../written.ts';

const prefixed = /^([a-z]{3}_|BN)[0-9A-Za-z]{26}/;

const isId = (place: Place, draft: Draft): boolean => {
  const old = foundAt(draft, place);
  return /(Id|Number|reference)$/.test(place.name) || (typeof old === 'string' && prefixed.test(old));
};
const somewhere = { on: ['field', 'path', 'query'], fits: isId } as const;

const otherOf = ({ hoard, chance }: Given, old: string): string => {
  const ids = Object.values(hoard.book.ids).filter((id) => id.slice(0, 3) !== old.slice(0, 3));
  return chance.pick(ids);
};

const spelled = respelling('id', somewhere, {
  'of-nobody': ['is an id that nobody has', (old) => old.replace(/[0-9a-z]{26}/i, '0'.repeat(26))],
  'of-another-kind': ['is the id of another kind of thing', (old, given) => otherOf(given, old)],
  'of-another-tenant': ['is the id of another tenant’s customer', (_old, { hoard }) => hoard.things.foreignCustomer],
  'other-prefix': [
    'has the prefix of another kind',
    (old) => `${old.startsWith('pol') ? 'cus' : 'pol'}${old.slice(3)}`,
  ],
  'no-prefix': ['has no prefix', (old) => old.replace(/^[a-z]{3}_/, '')],
  'unknown-prefix': ['has a prefix that no kind has', (old) => `xxx_${old.slice(4)}`],
  'left-out-letters': ['has letters that no id has', (old) => `${old.slice(0, 4)}${'ilou'.repeat(7).slice(0, 26)}`],
  'arabic-digits': ['has Arabic digits', (old) => old.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? digit)],
  'number-behind': ['has the number of a claim behind it', (old) => `${old}001`],
  'number-zero': ['has claim number zero', (old) => `clm_${old.slice(4, 30)}000`],
  'number-999': ['has claim number 999', (old) => `clm_${old.slice(4, 30)}999`],
  'tenant-before': ['has a tenant before it', (old) => `shop-b.${old}`],
  'in-braces': ['stands in braces', (old) => `{${old}}`],
  'as-urn': ['is a URN', (old) => `urn:bindery:${old}`],
  'two-of-them': ['is two ids with a comma', (old, given) => `${old},${otherOf(given, old)}`],
});

/** What is written into a path with its own percent signs. */
const inPath = respelling(
  'path',
  { on: ['path'] },
  {
    'not-utf-8': ['holds bytes that are no UTF-8', (old) => verbatim(`${old}%E0%A4%A`)],
    'byte-ff': ['holds the byte FF', (old) => verbatim(`${old}%ff`)],
    'bare-percent': ['ends with a percent sign', (old) => verbatim(`${old}%`)],
    'encoded-nul': ['holds %00', (old) => verbatim(`${old}%00`)],
    'encoded-slash': ['holds an encoded slash', (old) => verbatim(`${old}%2fcertificate`)],
    'encoded-twice': ['is encoded twice', (old) => verbatim(`${old}%252f..`)],
    'encoded-dots': ['is encoded dots', () => verbatim('%2e%2e')],
    dots: ['is two dots', () => verbatim('..')],
    dot: ['is one dot', () => verbatim('.')],
    slash: ['holds a slash', (old) => verbatim(`${old}/../${old}`)],
    backslash: ['holds a backslash', (old) => verbatim(`..\\${old}`)],
    'encoded-backslash': ['holds an encoded backslash', (old) => verbatim(`..%5c${old}`)],
    'encoded-break': ['holds an encoded new line', (old) => verbatim(`${old}%0d%0aX:%201`)],
    'encoded-hash': ['holds an encoded hash', (old) => verbatim(`${old}%23STATE`)],
    hash: ['holds a hash', (old) => verbatim(`${old}#STATE`)],
    question: ['ends with a question mark', (old) => verbatim(`${old}?`)],
    'encoded-question': ['holds an encoded question mark', (old) => verbatim(`${old}%3fa=b`)],
    plus: ['holds a plus', (old) => verbatim(`${old}+`)],
    'encoded-letters': ['has its letters encoded', (old) => verbatim([...old].map(percent).join(''))],
    'overlong-slash': ['holds an overlong slash', (old) => verbatim(`${old}%c0%af`)],
    nothing: ['is empty', () => verbatim('')],
    'four-thousand': ['has 4,000 characters', () => verbatim('a'.repeat(4_000))],
  },
);
const percent = (one: string): string =>
  [...Buffer.from(one)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

export const idMutators = [...spelled, ...inPath];
