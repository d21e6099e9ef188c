import type { Chance } from '../../../simulation/chance.ts';

/** A request in the form of its bytes, in parts that can each be spoilt. */
export type Bytes = { readonly line: string; readonly headers: readonly string[]; readonly body: Buffer };
type Spoil = (bytes: Bytes, chance: Chance) => Bytes;

export const writtenOut = ({ line, headers, body }: Bytes): Buffer =>
  Buffer.concat([Buffer.from([line, ...headers, '', ''].join('\r\n'), 'latin1'), body]);

const onLine =
  (change: (line: string) => string): Spoil =>
  (bytes) => ({ ...bytes, line: change(bytes.line) });
const withHeaders =
  (...more: readonly string[]): Spoil =>
  (bytes) => ({ ...bytes, headers: [...bytes.headers, ...more] });
const without =
  (name: string, ...more: readonly string[]): Spoil =>
  (bytes) => ({
    ...bytes,
    headers: [...bytes.headers.filter((one) => !one.toLowerCase().startsWith(`${name}:`)), ...more],
  });

/** Request lines that are none, or another one than they seem. */
export const lines: Readonly<Record<string, Spoil>> = {
  'no version': onLine((line) => line.replace(/ HTTP.*/, '')),
  'version 0.9': onLine((line) => line.replace('1.1', '0.9')),
  'version 1.0': onLine((line) => line.replace('1.1', '1.0')),
  'version 2': onLine((line) => line.replace('1.1', '2.0')),
  'version 9.9': onLine((line) => line.replace('1.1', '9.9')),
  'small letters': onLine((line) => line.toLowerCase()),
  'two spaces': onLine((line) => line.replaceAll(' ', '  ')),
  tabs: onLine((line) => line.replaceAll(' ', '\t')),
  'space before': onLine((line) => ` ${line}`),
  'space behind': onLine((line) => `${line} `),
  'lines before': onLine((line) => `\r\n\r\n${line}`),
  'no path': onLine((line) => line.replace(/ \S+ /, '  ')),
  'a star': onLine((line) => line.replace(/ \S+ /, ' * ')),
  'an authority': onLine((line) => line.replace(/ \S+ /, ' localhost:80 ')),
  'an absolute address': onLine((line) => line.replace(/ (\S+) /, ' http://evil.example$1 ')),
  'an address of a file': onLine((line) => line.replace(/ \S+ /, ' file:///etc/passwd ')),
  'two slashes': onLine((line) => line.replace(' /', ' //evil.example/')),
  'a fragment': onLine((line) => line.replace(/ (\S+) /, ' $1#/v1/x ')),
  'NUL in the path': onLine((line) => line.replace(/ (\S+) /, ' $1\u0000 ')),
  'high bytes in the path': onLine((line) => line.replace(/ (\S+) /, ' $1\u00ff\u00fe ')),
  'a bad escape': onLine((line) => line.replace(/ (\S+) /, ' $1%zz ')),
  'a path of 20,000': onLine((line) => line.replace(/ (\S+) /, ` $1/${'a'.repeat(20_000)} `)),
  'a search of 20,000': onLine((line) => line.replace(/ (\S+) /, ` $1?${'a=1&'.repeat(5_000)} `)),
  'a method of 5,000': onLine((line) => line.replace(/^\S+/, 'A'.repeat(5_000))),
  CONNECT: onLine((line) => line.replace(/^\S+/, 'CONNECT')),
  TRACE: onLine((line) => line.replace(/^\S+/, 'TRACE')),
  PRI: onLine(() => 'PRI * HTTP/2.0\r\n\r\nSM\r\n'),
  'a method of another protocol': onLine(() => 'HELO example.test'),
  TLS: onLine(() => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'),
  'nothing at all': onLine(() => ''),
  bytes: (bytes, chance) => ({ ...bytes, line: Buffer.from(chance.bytes(300)).toString('latin1') }),
};

/** Headers that are none, too many, or about the next hop. */
export const heads: Readonly<Record<string, Spoil>> = {
  'no host': without('host'),
  'two hosts': withHeaders('Host: evil.example'),
  'an odd host': without('host', 'Host: a b"<>\u00ff'),
  'no colon': withHeaders('Bad Header'),
  'a space before the colon': withHeaders('X-A : 1'),
  'no name': withHeaders(': 1'),
  'a folded line': withHeaders('X-A: 1', ' folded: 2'),
  'NUL in a name': withHeaders('X-\u0000A: 1'),
  'NUL in a value': withHeaders('X-A: 1\u00002'),
  'a bare CR': withHeaders('X-A: 1\rX-B: 2'),
  'a bare LF': withHeaders('X-A: 1\nX-B: 2'),
  'high bytes': withHeaders('X-A: \u00ff\u00fe', 'Authorization: Bearer \u00e9.\u00e9.\u00e9'),
  'a value of 20,000': withHeaders(`X-A: ${'a'.repeat(20_000)}`),
  'a name of 20,000': withHeaders(`${'a'.repeat(20_000)}: 1`),
  'two thousand of them': withHeaders(...Array.from({ length: 2_001 }, (_none, at) => `X-${at}: 1`)),
  'the same five hundred times': withHeaders(...Array.from({ length: 500 }, () => 'Cookie: a=b')),
  'two authorisations': withHeaders('Authorization: Bearer a.b.c', 'Authorization: Bearer d.e.f'),
  'two types': withHeaders('Content-Type: text/html', 'Content-Type: application/json'),
  'an upgrade': withHeaders('Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: AAAA'),
  'an upgrade to HTTP/2': withHeaders('Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMA'),
  'an expectation': withHeaders('Expect: 100-continue'),
  'an odd expectation': withHeaders('Expect: a miracle'),
  'its host kept from the next': withHeaders('Connection: host, content-length, authorization'),
  'inherited names': withHeaders('__proto__: 1', 'constructor: 2', 'toString: 3', 'hasOwnProperty: 4'),
};
