import { respelling } from '../mutator.ts';
import { encoded } from '../written.ts';

const everywhere = { on: ['field', 'path', 'query', 'header'] } as const;
const cyrillic: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', S: 'Ѕ', T: 'Т' };

const lengths = respelling('length', everywhere, {
  empty: ['is an empty text', () => ''],
  space: ['is a space', () => ' '],
  'white-space': ['is white space alone', () => '\t \u00a0\u3000'],
  'one-letter': ['is one letter', () => 'x'],
  shorter: ['lacks its last character', (old) => old.slice(0, -1)],
  longer: ['has one character more', (old) => `${old}0`],
  doubled: ['stands twice in one', (old) => old + old],
  'at-256': ['has 256 characters', () => 'x'.repeat(256)],
  'at-ten-thousand': ['has 10,000 characters', () => 'x'.repeat(10_000)],
  'past-ten-thousand': ['has 10,001 characters', () => 'x'.repeat(10_001)],
  'sixty-thousand': ['has 60,000 characters', () => '漢'.repeat(20_000)],
  'slow-to-match': ['is what a careless pattern takes long to refuse', () => `${'a'.repeat(5_000)}!`],
  'slow-to-split': ['is many separators', () => '.,/@-'.repeat(1_500)],
});

const characters = respelling('character', everywhere, {
  nul: ['holds a NUL', (old) => `${old}\u0000x`],
  control: ['holds control characters', (old) => `${old}\u0001\u0008\u001b[31m`],
  delete: ['holds a DEL', (old) => `${old}\u007f`],
  'high-surrogate': ['holds the first half of a pair', (old) => `${old}\ud83d`],
  'low-surrogate': ['holds the second half of a pair', (old) => `\ude00${old}`],
  'right-to-left': ['turns the direction around', (old) => `${old}\u202egnp.exe`],
  'isolate-mark': ['holds an isolate of direction', (old) => `\u2067${old}\u2069`],
  'right-to-left-mark': ['holds a mark of direction', (old) => `${old}\u200f`],
  'zero-width': ['holds a space without width', (old) => `${old.slice(0, 1)}\u200b${old.slice(1)}`],
  joiner: ['holds a joiner', (old) => `${old}\u200d`],
  'byte-order-mark': ['begins with a byte order mark', (old) => `\ufeff${old}`],
  homoglyphs: ['is in letters that look alike', (old) => [...old].map((one) => cyrillic[one] ?? one).join('')],
  'combining-marks': ['carries 200 combining marks', (old) => `${old}${'\u0336\u0301'.repeat(100)}`],
  decomposed: ['is decomposed (NFD)', (old) => `${old}é`.normalize('NFD')],
  composed: ['is composed for compatibility (NFKC)', (old) => `${old}ﬁ①㎏`],
  emoji: ['holds a family of emoji', (old) => `${old}👨‍👩‍👧‍👦🇨🇳`],
  astral: ['holds a character beyond 16 bits', (old) => `${old}𠮷𝒳`],
  'line-separator': ['holds separators of lines', (old) => `${old}\u2028\u2029\u0085`],
  noncharacter: ['holds what is no character', (old) => `${old}\uffff\ufdd0`],
  'private-use': ['holds a character of private use', (old) => `${old}\ue000`],
  'tag-characters': ['holds invisible tags', (old) => `${old}\u{e0041}\u{e007f}`],
  'dotless-i': ['holds letters that change by language', (old) => `${old}İıŞß`],
  'full-width': ['is in full-width letters', (old) => [...old].map(fullWidth).join('')],
});
const fullWidth = (one: string): string => (/[!-~]/.test(one) ? String.fromCodePoint(one.charCodeAt(0) + 0xfee0) : one);

const breaks = respelling('break', everywhere, {
  'new-line': ['ends with a new line', (old) => `${old}\n`],
  'new-line-before': ['begins with a new line', (old) => `\n${old}`],
  'trailing-space': ['ends with a space', (old) => `${old} `],
  'leading-space': ['begins with a space', (old) => ` ${old}`],
  tab: ['holds a tab', (old) => `${old}\t${old}`],
  header: ['brings a header along', (old) => `${old}\r\nSet-Cookie: a=b\r\n\r\n<html>`],
  comma: ['is a list with commas', (old) => `${old},${old}`],
  semicolon: ['has parameters behind a semicolon', (old) => `${old};a=b`],
  quote: ['stands in quotes', (old) => `"${old}"`],
  backslash: ['ends with a backslash', (old) => `${old}\\`],
});

const spellings = respelling('spelling', everywhere, {
  upper: ['is in capitals', (old) => old.toUpperCase()],
  lower: ['is in small letters', (old) => old.toLowerCase()],
  reversed: ['is written backwards', (old) => [...old].toReversed().join('')],
  'first-changed': ['begins with another letter', (old) => `${old.startsWith('z') ? 'y' : 'z'}${old.slice(1)}`],
  'last-changed': ['ends with another letter', (old) => `${old.slice(0, -1)}${old.endsWith('0') ? '1' : '0'}`],
  swapped: ['has two letters swapped', (old) => `${old.slice(1, 2)}${old.slice(0, 1)}${old.slice(2)}`],
  'percent-encoded': ['is percent-encoded', (old) => encoded(`${old}/ü`)],
  'base64-encoded': ['is in base64', (old) => Buffer.from(old).toString('base64')],
});

export const textMutators = [...lengths, ...characters, ...breaks, ...spellings];
