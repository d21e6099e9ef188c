import { gzipSync } from 'node:zlib';
import { changing, type Given } from '../mutator.ts';
import { type Draft, withHeader } from '../request.ts';

type ToBytes = (bytes: Buffer, given: Given) => Buffer | string;
type Rows = Readonly<Record<string, readonly [says: string, to: ToBytes]>>;

const rewritten = (given: Given, to: ToBytes): Draft => ({
  ...given.draft,
  onBytes: [...given.draft.onBytes, (bytes) => Buffer.from(to(bytes, given) as string)],
});
const rewriting = (prefix: string, rows: Rows) =>
  changing(
    prefix,
    { on: ['body'] },
    Object.fromEntries(
      Object.entries(rows).map(([name, [says, to]]) => [name, [says, (given: Given) => rewritten(given, to)] as const]),
    ),
  );

const padded = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), ' ')]);
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.toString(), 'utf16le').swap16();
const escapedAll = (text: string): string =>
  text.replace(/[a-z]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
const inStrings = (text: string): string => text.replace(/"((?:[^"\\]|\\.)*)"/g, (all) => escapedStrings(all));
const escapedStrings = (all: string): string => (all.includes('\\') ? all : `"${escapedAll(all.slice(1, -1))}"`);

/** Documents that are no JSON, or not one. */
const texts = rewriting('text', {
  'is-empty': ['is empty', () => ''],
  'is-white-space': ['is white space', () => ' \n\t'],
  'is-half': ['breaks off half-way', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  'lacks-its-end': ['lacks its last byte', (bytes) => bytes.subarray(0, -1)],
  'with-garbage': ['has garbage behind', (bytes) => `${bytes}garbage`],
  'with-nul': ['has a NUL behind', (bytes) => `${bytes}\u0000`],
  'with-comma': ['has a comma before its end', (bytes) => `${bytes}`.replace(/([}\]])$/, ',$1')],
  'is-two': ['is two documents', (bytes) => `${bytes}${bytes}`],
  'is-two-lines': ['is two documents on two lines', (bytes) => `${bytes}\n${bytes}\n`],
  'with-comment': ['has a comment', (bytes) => `/* a */${bytes}// b`],
  'in-single-quotes': ['is in single quotes', (bytes) => `${bytes}`.replaceAll('"', "'")],
  'without-quotes': ['has names without quotes', (bytes) => `${bytes}`.replace(/"(\w+)":/g, '$1:')],
  'with-guard': ['begins with a guard against scripts', (bytes) => `)]}',\n${bytes}`],
  'is-a-call': ['is a call with JSON', (bytes) => `callback(${bytes})`],
  'is-a-form': ['is a form', () => 'a=1&b=2'],
  'is-xml': ['is XML', () => '<?xml version="1.0"?><a/>'],
  'is-null': ['is null', () => 'null'],
  'is-true': ['is true', () => 'true'],
  'is-text': ['is a text', () => '"text"'],
  'is-number': ['is a number', () => '42'],
  'is-array': ['is an empty array', () => '[]'],
  'is-object': ['is an empty object', () => '{}'],
  'in-array': ['stands in an array', (bytes) => `[${bytes}]`],
  'in-text': ['is a text of JSON', (bytes) => JSON.stringify(bytes.toString())],
  'in-object': ['stands in an object', (bytes) => `{"data":${bytes}}`],
  'is-deep': ['is 10,000 arrays in one another', () => '['.repeat(10_000)],
  'is-deep-and-closed': ['is 20,000 arrays in one another, all closed', () => '['.repeat(20_000) + ']'.repeat(20_000)],
  'is-wide': ['is an array of 32,000', () => `[${'1,'.repeat(31_999)}1]`],
  'is-same-names': ['is an object with one name 5,000 times', () => `{${'"a":1,'.repeat(5_000)}"a":1}`],
  'is-long-number': ['is a number of 60,000 digits', () => '9'.repeat(60_000)],
});

/** Bytes that are no text, or another one than they seem. */
const bytes = rewriting('bytes', {
  mark: ['begin with a byte order mark', (all) => `\ufeff${all}`],
  'utf-16': ['are UTF-16', (all) => Buffer.from(`\ufeff${all}`, 'utf16le')],
  'utf-16-big': ['are UTF-16, the other way round', (all) => swapped(all)],
  latin: ['hold a letter in Latin-1', (all) => Buffer.concat([all.subarray(0, -1), Buffer.from([0xe9, 0x7d])])],
  ff: ['hold FF', (all) => Buffer.concat([Buffer.from([0xff]), all])],
  overlong: ['hold an overlong NUL', (all) => spliced(all, [0xc0, 0x80])],
  surrogate: ['hold half a pair in UTF-8', (all) => spliced(all, [0xed, 0xa0, 0x80])],
  'past-unicode': ['hold what is past Unicode', (all) => spliced(all, [0xf4, 0x90, 0x80, 0x80])],
  'cut-character': ['end within a character', (all) => Buffer.concat([all, Buffer.from([0xe4, 0xbf])])],
  'nul-inside': ['hold a NUL in a text', (all) => spliced(all, [0])],
  'control-inside': ['hold a bare new line in a text', (all) => spliced(all, [0x0a])],
  random: ['are random', (_all, { chance }) => Buffer.from(chance.bytes(200))],
  'one-bit': ['have one bit flipped', (all, { chance }) => flipped(all, chance.below(Math.max(1, all.length * 8)))],
  'one-missing': ['lack one byte', (all, { chance }) => Buffer.from(without(all, chance.below(all.length)))],
  zipped: ['are compressed, and nobody says so', (all) => gzipSync(all)],
  'at-limit': ['are as many as are allowed', (all) => padded(all, 65_536)],
  'past-limit': ['are one too many', (all) => padded(all, 65_537)],
  'far-past-limit': ['are two million', (all) => padded(all, 2_000_000)],
  escaped: ['have every letter of every text escaped', (all) => inStrings(all.toString())],
  spread: ['are spread over many lines', (all) => all.toString().replaceAll(',', '\r\n\t ,\r\n')],
});
const flipped = (all: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(all);
  const at = bit >> 3;
  if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
};
const without = (all: Buffer, at: number): readonly number[] => [...all].toSpliced(at, 1);
/** Puts bytes behind the second quote, which is inside the document wherever it has names. */
const spliced = (all: Buffer, inside: readonly number[]): Buffer => {
  const at = all.indexOf('"') + 2;
  return Buffer.concat([all.subarray(0, at), Buffer.from(inside), all.subarray(at)]);
};

const claimed = changing(
  'coding',
  { on: ['body'] },
  {
    'gzip-claimed': ['claims to be compressed', ({ draft }) => withHeader(draft, 'content-encoding', 'gzip')],
    'gzip-done': [
      'is compressed, and says so',
      (given) =>
        withHeader(
          rewritten(given, (all) => gzipSync(all)),
          'content-encoding',
          'gzip',
        ),
    ],
    'chunks-claimed': ['claims to come in chunks', ({ draft }) => withHeader(draft, 'transfer-encoding', 'chunked')],
    'length-short': ['claims to be shorter', ({ draft }) => withHeader(draft, 'content-length', '1')],
    'length-long': ['claims to be longer', ({ draft }) => withHeader(draft, 'content-length', '99999999')],
    'length-negative': ['claims a negative length', ({ draft }) => withHeader(draft, 'content-length', '-1')],
    'digest-wrong': ['carries a wrong digest', ({ draft }) => withHeader(draft, 'content-digest', 'sha-256=:AAAA:')],
  },
);

export const byteMutators = [...texts, ...bytes, ...claimed];
