import type { Chance } from '../../../simulation/chance.ts';
import type { Bytes } from './heads.ts';

type Spoil = (bytes: Bytes, chance: Chance) => Bytes;

const framed = (bytes: Bytes, headers: readonly string[], body: string | Buffer = bytes.body): Bytes => ({
  ...bytes,
  headers: [...bytes.headers.filter((one) => !/^(content-length|transfer-encoding):/i.test(one)), ...headers],
  body: Buffer.from(body as string),
});
const chunked =
  (body: string): Spoil =>
  (bytes) =>
    framed(bytes, ['Transfer-Encoding: chunked'], body);
const length =
  (...values: readonly string[]): Spoil =>
  (bytes) =>
    framed(
      bytes,
      values.map((value) => `Content-Length: ${value}`),
    );

/** What an answer to the hidden request would carry. */
export const hiddenId = 'hidden-in-another';
/** A request that somebody tries to send inside of another: it must never be answered. */
export const smuggled = `GET /v1/hidden HTTP/1.1\r\nHost: a\r\nX-Request-Id: ${hiddenId}\r\nConnection: close\r\n\r\n`;

/** Bodies whose end is not where it is said to be. */
export const bodies: Readonly<Record<string, Spoil>> = {
  'no length': (bytes) => framed(bytes, []),
  'length too short': length('1'),
  'length too long': length('1000'),
  'length zero': length('0'),
  'length negative': length('-1'),
  'length with a plus': length('+5'),
  'length in words': length('five'),
  'length in hexadecimal': length('0x10'),
  'length past all': length('99999999999999999999'),
  'length of much': length('2000000000'),
  'two lengths': length('5', '6'),
  'the same length twice': length('5', '5'),
  'a list of lengths': length('5, 5'),
  'an empty length': length(''),
  'length and chunks': (bytes) =>
    framed(bytes, ['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`),
  'chunks and length': (bytes) =>
    framed(bytes, ['Transfer-Encoding: chunked', `Content-Length: ${smuggled.length}`], `0\r\n\r\n${smuggled}`),
  'chunks by another name': (bytes) =>
    framed(bytes, ['Transfer-Encoding: xchunked', 'Content-Length: 3'], `0\r\n\r\n${smuggled}`),
  'chunks with a tab': (bytes) =>
    framed(bytes, ['Transfer-Encoding:\tchunked', 'Content-Length: 5'], `0\r\n\r\n${smuggled}`),
  'chunks not last': (bytes) => framed(bytes, ['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${smuggled}`),
  'chunks twice': (bytes) => framed(bytes, ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
  'chunks folded': (bytes) =>
    framed(bytes, ['Transfer-Encoding:', ' chunked', 'Content-Length: 5'], `0\r\n\r\n${smuggled}`),
  'a good chunk': chunked('2\r\n{}\r\n0\r\n\r\n'),
  'a chunk of no size': chunked('\r\n{}\r\n0\r\n\r\n'),
  'a chunk of an odd size': chunked('zz\r\n{}\r\n0\r\n\r\n'),
  'a chunk of a negative size': chunked('-2\r\n{}\r\n0\r\n\r\n'),
  'a chunk past 64 bits': chunked('ffffffffffffffffff\r\n{}\r\n0\r\n\r\n'),
  'a chunk too long': chunked('1\r\n{}\r\n0\r\n\r\n'),
  'a chunk too short': chunked('9\r\n{}\r\n0\r\n\r\n'),
  'a chunk with an extension': chunked('2;a="\r\nb"\r\n{}\r\n0\r\n\r\n'),
  'an extension without end': chunked(`2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`),
  'a thousand chunks': chunked(`${'1\r\n \r\n'.repeat(1_000)}2\r\n{}\r\n0\r\n\r\n`),
  'chunks past the limit': chunked(`${`8000\r\n${'a'.repeat(0x8000)}\r\n`.repeat(3)}0\r\n\r\n`),
  trailers: chunked('2\r\n{}\r\n0\r\nAuthorization: Bearer a.b.c\r\nContent-Length: 9\r\n\r\n'),
  'trailers of 20,000': chunked(`2\r\n{}\r\n0\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`),
  'chunks without end': chunked('2\r\n{}\r\n'),
  'half of it': (bytes) => ({ ...bytes, body: bytes.body.subarray(0, bytes.body.length >> 1) }),
  'random bytes': (bytes, chance) => {
    const body = Buffer.from(chance.bytes(64));
    return framed(bytes, [`Content-Length: ${body.length}`], body);
  },
  'past the limit': (bytes) => framed(bytes, ['Content-Length: 70000'], 'a'.repeat(70_000)),
  'far past the limit': (bytes) => framed(bytes, ['Content-Length: 8000000'], 'a'.repeat(3_000_000)),
};
