import { claims, types } from './claims.ts';
import {
  at,
  by,
  encoded,
  forgers,
  forgersRsa,
  goodClaims,
  goodHeader,
  kid,
  order,
  ours,
  publicForms,
  published,
  token,
  tokenOf,
} from './forge.ts';

/** The name of an attack, and the token that it brings. */
export type Attack = readonly [name: string, token: string];

const good = token();
const [head = '', body = '', seal = ''] = good.split('.');
const bearing = (header: string, signature: string): string => `${header}.${body}.${signature}`;

const none: readonly Attack[] = ['none', 'None', 'NONE', 'nOnE', 'none ', ''].flatMap((alg) => [
  [`alg ${JSON.stringify(alg)} without a signature`, bearing(encoded({ ...goodHeader, alg }), '')],
  [`alg ${JSON.stringify(alg)} with ours`, bearing(encoded({ ...goodHeader, alg }), seal)],
  [`alg ${JSON.stringify(alg)} with a made-up one`, bearing(encoded({ ...goodHeader, alg }), 'AAAA')],
]);

const algorithms: readonly Attack[] = [
  ...publicForms.flatMap(([form, secret]): readonly Attack[] =>
    (
      [
        ['HS256', 'sha256'],
        ['HS384', 'sha384'],
        ['HS512', 'sha512'],
      ] as const
    ).map(([alg, hash]) => [
      `${alg} with the public key as ${form}`,
      token({ header: { alg } }, by.hmac(secret, hash)),
    ]),
  ),
  ['RS256 by another key', token({ header: { alg: 'RS256' } }, by.rsa)],
  ['RS512 by another key', token({ header: { alg: 'RS512' } }, by.rsa512)],
  ['PS256 with an RS256 signature', token({ header: { alg: 'PS256' } }, by.rsa)],
  ['ES384 by another key', token({ header: { alg: 'ES384' } }, by.p384)],
  ['ES512', token({ header: { alg: 'ES512' } }, by.p384)],
  ['ES256K', token({ header: { alg: 'ES256K' } }, by.forger)],
  ['EdDSA', token({ header: { alg: 'EdDSA' } }, by.ed)],
  ['ES256 in small letters', token({ header: { alg: 'es256' } })],
  ['no alg', token({ header: { alg: undefined } })],
  ['alg as a number', token({ header: { alg: 256 } })],
  ['alg as a list', token({ header: { alg: ['ES256'] } })],
  ['two algs, the last one ours', tokenOf(`{"alg":"ES256","alg":"none","typ":"at+jwt"}`, JSON.stringify(goodClaims))],
  ['an encrypted token', token({ header: { alg: 'dir', enc: 'A256GCM' } })],
];

const kids: readonly Attack[] = [
  ...[undefined, null, kid, 'token-2', '', '*', '0', 7, true, [kid], { kid }],
  ...[
    '../../../../dev/null',
    '/dev/null',
    'file:///etc/passwd',
    "' UNION SELECT 'secret' --",
    "token-1'; DROP TABLE t",
  ],
  ...['https://forger.test/key.json', 'token-1\u0000', 'token-1\n', '$(cat /etc/passwd)', '__proto__', 'constructor'],
  ...['k'.repeat(10_000), '{jndi:ldap://forger.test/a}'],
].flatMap((id): readonly Attack[] => {
  const name = String(JSON.stringify(id)).slice(0, 40);
  return [
    [`kid ${name}, signed by a forger`, token({ header: { kid: id } }, by.forger)],
    [`kid ${name}, an HMAC with nothing`, token({ header: { kid: id, alg: 'HS256' } }, by.hmac(''))],
  ];
});

/** Headers that lead a trusting verifier to the forger's keys; nobody may ever be asked there. */
const elsewhere = (url: string): readonly Attack[] => {
  const jwk = { ...forgers.publicKey.export({ format: 'jwk' }), kid: 'mine', alg: 'ES256', use: 'sig' };
  const x5c = [ours.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')];
  const headers: readonly (readonly [string, object])[] = [
    ['jku', { jku: `${url}/jwks.json` }],
    ['jku with our kid', { jku: `${url}/jwks.json`, kid }],
    ['x5u', { x5u: `${url}/cert.pem`, kid: 'mine' }],
    ['jwk', { jwk, kid: 'mine' }],
    ['jwk with our kid', { jwk, kid }],
    ['jwk of ours', { jwk: published, kid: 'mine' }],
    ['x5c', { x5c, kid: 'mine' }],
    ['x5t', { x5t: 'AAAA', 'x5t#S256': 'AAAA', kid: 'mine' }],
    ['kid as an address', { kid: `${url}/jwks.json` }],
    ['iss as an address', {}],
    ['crit of nothing known', { crit: ['exp'], exp: at + 300 }],
    ['crit of an extension', { crit: ['urn:forger'], 'urn:forger': true }],
    ['an unencoded payload', { crit: ['b64'], b64: false }],
    ['an empty crit', { crit: [] }],
    ['zip', { zip: 'DEF', enc: 'A256GCM' }],
  ];
  return headers.map(([name, header]) => [
    name,
    token({ header: header as never, claims: name.startsWith('iss') ? { iss: url } : {} }, by.forger),
  ]);
};

/** Our own claims with the forger's tenant before them, where a parser may take the first of two. */
const twice = Buffer.from(`{"tenant":"shop-b",${JSON.stringify(goodClaims).slice(1)}`).toString('base64url');
const lastTwin = String.fromCharCode((seal.at(-1) ?? 'A').charCodeAt(0) + 1);
const [tampered] = token({ claims: { tenant: 'shop-b' } }, by.text('')).match(/^[^.]+\.[^.]+/) ?? [''];

const forms: readonly Attack[] = [
  ['nothing', ''],
  ['one part', head],
  ['two parts', `${head}.${body}`],
  ['two parts and a dot', `${head}.${body}.`],
  ['four parts', `${good}.${seal}`],
  ['five parts', `${head}.${body}.${seal}.${body}.${seal}`],
  ['dots alone', '..'],
  ['an empty header', `.${body}.${seal}`],
  ['an empty payload', `${head}..${seal}`],
  ['padding', `${good}=`],
  ['padding in the middle', `${head}=.${body}.${seal}`],
  ['letters of plain base64', `${head}.${body}.${seal.slice(0, -2)}+/`],
  ['a space in it', `${head}.${body}. ${seal}`],
  ['a newline at its end', `${good}\n`],
  ['a tab in it', `${head}.\t${body}.${seal}`],
  ['a NUL at its end', `${good}\u0000`],
  ['bits that count for nothing', `${good.slice(0, -1)}${lastTwin}`],
  ['a letter of another alphabet', `${head}.${body}.${seal.slice(0, -1)}А`],
  ['a signature cut short', good.slice(0, -2)],
  ['a signature with a byte more', `${good}AA`],
  ['the signature of another token', `${tampered}.${seal}`],
  ['the payload of another token', `${head}.${tampered?.split('.')[1]}.${seal}`],
  ['a signature in DER', token({}, by.usInDer)],
  ['a signature of zeros (CVE-2022-21449)', token({}, by.bytes(Buffer.alloc(64)))],
  ['a signature of the order', token({}, by.bytes(Buffer.concat([order, order])))],
  ['r zero', token({}, by.bytes(Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 1)])))],
  ['s zero', token({}, by.bytes(Buffer.concat([Buffer.alloc(32, 1), Buffer.alloc(32)])))],
  ['a zero signature in DER', token({}, by.bytes(Buffer.from('3006020100020100', 'hex')))],
  ['a signature of an RSA key under ES256', token({}, by.rsa)],
  ['a header that is no JSON', tokenOf('not json', JSON.stringify(goodClaims))],
  ['a header that is a list', tokenOf('["ES256"]', JSON.stringify(goodClaims))],
  ['a header that is null', tokenOf('null', JSON.stringify(goodClaims))],
  ['a payload that is no JSON', tokenOf(JSON.stringify(goodHeader), 'not json')],
  ['a payload that is a text', tokenOf(JSON.stringify(goodHeader), '"shop-a"')],
  ['a payload that is a list', tokenOf(JSON.stringify(goodHeader), '[]')],
  ['a payload of null', tokenOf(JSON.stringify(goodHeader), 'null')],
  ['a payload that is no UTF-8', `${head}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.${seal}`],
  ['a prototype for claims', tokenOf(JSON.stringify(goodHeader), `{"__proto__":${JSON.stringify(goodClaims)}}`)],
  ['claims that stand there twice', `${head}.${twice}.${seal}`],
  ['claims that stand there twice, by a forger', `${head}.${twice}.${by.forger(`${head}.${twice}`)}`],
  ['a token within a token', tokenOf(JSON.stringify({ ...goodHeader, cty: 'JWT' }), good)],
  [
    'a JWE in five parts',
    `${encoded({ alg: 'ECDH-ES', enc: 'A256GCM' })}..${seal.slice(0, 16)}.${body}.${seal.slice(0, 22)}`,
  ],
  ['a million letters', `${head}.${'A'.repeat(1_000_000)}.${seal}`],
  ['a long header', token({ header: { kid, note: 'n'.repeat(100_000) } }, by.forger)],
  ['the JSON form of a JWS', JSON.stringify({ protected: head, payload: body, signature: seal })],
];

/** Tokens that are good, elsewhere. */
const strangers: readonly Attack[] = [
  [
    'an ID token of the staff directory',
    token(
      {
        header: { alg: 'RS256', typ: 'JWT', kid: 'pool-1' },
        claims: { iss: 'https://cognito-idp.eu-central-1.amazonaws.com/pool', aud: 'client', token_use: 'id' },
      },
      by.rsa,
    ),
  ],
  ['an ID token that we signed', token({ header: { typ: 'JWT' }, claims: { person: true, token_use: 'id' } })],
  ['a token of another issuer, signed well', token({ claims: { iss: 'https://other.test' } }, by.forger)],
  ['a token of ours from another stage', token({ claims: { aud: 'bindery-staging' } })],
  ['an RSA key under our kid', token({ header: { alg: 'RS256' }, claims: {} }, by.rsa)],
  ['a client secret', `bds_${'0'.repeat(43)}`],
  ['a PEM', String(forgersRsa.publicKey.export({ format: 'pem', type: 'spki' })).replaceAll('\n', '')],
];

/** Every attack by what it brings as a token. */
export const attacksWith = (trap: string): readonly Attack[] => [
  ...none,
  ...algorithms,
  ...kids,
  ...elsewhere(trap),
  ...claims,
  ...types,
  ...forms,
  ...strangers,
];

/** The ways in which a good token does not come where it belongs. */
export const carriages: readonly (readonly [string, string | undefined])[] = [
  ['no header', undefined],
  ['an empty header', ''],
  ['the token alone', good],
  ['Bearer alone', 'Bearer'],
  ['Bearer and a space', 'Bearer '],
  ['two spaces', `Bearer  ${good}`],
  ['a tab', `Bearer\t${good}`],
  ['a space before', ` Bearer ${good}`],
  ['a space after', `Bearer ${good} `],
  ['a comma after', `Bearer ${good},`],
  ['quotes', `Bearer "${good}"`],
  ['Bearer twice', `Bearer Bearer ${good}`],
  ['two headers', `Bearer ${good}, Bearer ${good}`],
  ['a good one after another scheme', `Basic Zm9v, Bearer ${good}`],
  ['Basic', `Basic ${good}`],
  ['Basic with client and secret', `Basic ${Buffer.from('shop-a:secret').toString('base64')}`],
  ['DPoP', `DPoP ${good}`],
  ['Token', `Token ${good}`],
  ['JWT', `JWT ${good}`],
  ['Bearer with a parameter', `Bearer token="${good}"`],
  ['Bearer and a colon', `Bearer: ${good}`],
];
