import { type Group, keyWith, plainHeaders, type ShownOperation } from './recorded.ts';

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
const block = (name: string, lines: readonly string[]): string => `${name} {\n${indented(lines.join('\n'))}\n}\n`;
const pairs = (values: Readonly<Record<string, string | number>>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${name}: ${value}`);

/** Bruno writes path parameters with a colon. */
const urlOf = ({ path, query = {} }: ShownOperation): string => {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `{{host}}${path.replace(/\{(\w+)\}/g, ':$1')}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
};

const formOf = (body: object): readonly string[] =>
  pairs({ ...body, client_id: '{{clientId}}', client_secret: '{{clientSecret}}' });

const bodyBlocks = ({ body, isForm }: ShownOperation): readonly string[] => {
  if (body === undefined) return [];
  return [isForm ? block('body:form-urlencoded', formOf(body)) : block('body:json', [JSON.stringify(body, null, 2)])];
};

/** Each intent has a key of its own; Bruno makes one up whenever a request is sent. */
const keyOf = ({ headers }: ShownOperation): Readonly<Record<string, string>> =>
  keyWith(headers, '') === undefined ? {} : { 'Idempotency-Key': '{{$guid}}' };

const requestFile = (operation: ShownOperation, seq: number): string => {
  const { id, summary, about, method, params = {}, query = {}, names, headers, needsToken, body, isForm } = operation;
  const bodyKind = body === undefined ? 'none' : isForm ? 'formUrlEncoded' : 'json';
  const asked = { ...keyOf(operation), ...Object.fromEntries(plainHeaders(headers)) };
  // A tilde switches a line off: it shows what could be asked.
  const unasked = names.filter((name) => !(name in query)).map((name) => `~${name}: `);
  const inQuery = [...pairs(query), ...unasked];
  return [
    block('meta', [`name: ${summary}`, 'type: http', `seq: ${seq}`]),
    block(method.toLowerCase(), [
      ...[`url: ${urlOf(operation)}`, `body: ${bodyKind}`, `auth: ${needsToken ? 'inherit' : 'none'}`],
    ]),
    ...(inQuery.length === 0 ? [] : [block('params:query', inQuery)]),
    ...(Object.keys(params).length === 0 ? [] : [block('params:path', pairs(params))]),
    ...(Object.keys(asked).length === 0 ? [] : [block('headers', pairs(asked))]),
    ...bodyBlocks(operation),
    block('docs', [`${id}. ${about}`]),
  ].join('\n');
};

const folderFile = (name: string, seq: number): string =>
  [block('meta', [`name: ${name}`, `seq: ${seq}`]), block('auth', ['mode: inherit'])].join('\n');

const manifest = { version: '1', name: 'Bindery', type: 'collection', ignore: ['node_modules', '.git'] };

const collection = [
  block('auth', ['mode: oauth2']),
  block('auth:oauth2', [
    ...['grant_type: client_credentials', 'access_token_url: {{host}}/oauth/token', 'refresh_token_url: '],
    ...['client_id: {{clientId}}', 'client_secret: {{clientSecret}}', 'scope: '],
    ...['credentials_placement: basic_auth_header', 'credentials_id: credentials', 'token_placement: header'],
    ...['token_header_prefix: Bearer', 'auto_fetch_token: true', 'auto_refresh_token: false'],
  ]),
  block('docs', [
    'Every operation of Bindery. Choose an environment, and put in the client id and the secret of a sandbox.',
  ]),
].join('\n');

const environment = `vars {
  host: http://localhost:8787
  clientId: sandbox-shop.crd_
}
vars:secret [
  clientSecret
]
`;

const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The whole collection, by paths: a folder for each capability and a file for each of its operations. */
export const brunoFiles = (groups: readonly Group[]): readonly (readonly [string, string])[] => [
  ['bruno.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ['collection.bru', collection],
  ['environments/Local.bru', environment],
  ...groups.flatMap(({ name, operations }, at) => [
    [`${name}/folder.bru`, folderFile(name, at + 1)] as const,
    ...operations.map((one, seq) => [`${name}/${kebab(one.id)}.bru`, requestFile(one, seq + 1)] as const),
  ]),
];
