import { type Group, keyWith, plainHeaders, type ShownOperation } from './recorded.ts';

/** The id of an answer’s own, which the whole file asks about. */
const idsOf = ({ operations }: Group): Readonly<Record<string, string>> =>
  Object.assign({}, ...operations.map(({ params = {} }) => params));

const head = (group: Group): string =>
  [
    `# Every operation on ${group.name}, as it was asked when the reference was recorded.`,
    '# Where nothing of these ids is there, put in your own: the answers of the operations name them.',
    '',
    '@host = http://localhost:8787',
    '# What npm start prints in its line "partner", or what createSandbox answers.',
    '@clientId = sandbox-shop.crd_',
    '@clientSecret = bds_',
    '# JetBrains: put the access token itself here.',
    '@token = {{login.response.body.access_token}}',
    '# Another number for each new intent. What has the same key is done once, and answered alike.',
    '@run = 0001',
    ...Object.entries(idsOf(group)).map(([name, id]) => `@${name} = ${id}`),
    '',
    '### Log in. The token is good for five minutes.',
    '# @name login',
    'POST {{host}}/oauth/token',
    'Content-Type: application/x-www-form-urlencoded',
    '',
    'grant_type=client_credentials&client_id={{clientId}}&client_secret={{clientSecret}}',
    '',
  ].join('\n');

const bodyText = ({ isForm, body }: ShownOperation): readonly string[] => {
  if (body === undefined) return [];
  if (!isForm) return ['', JSON.stringify(body, null, 2)];
  const login = { client_id: '{{clientId}}', client_secret: '{{clientSecret}}' };
  return [
    '',
    Object.entries({ ...body, ...login })
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
  ];
};

/** Path parameters are variables of the file. */
const doubled = (path: string): string => path.replaceAll('{', '{{').replaceAll('}', '}}');

const requestText = (operation: ShownOperation): string => {
  const { id, summary, about, method, path, query = {}, names, headers, needsToken } = operation;
  const key = keyWith(headers, '{{run}}');
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const more = names.filter((name) => !(name in query));
  return [
    `### ${summary}`,
    `# ${about}`,
    ...(more.length === 0 ? [] : [`# It can be asked with ${more.join(', ')}.`]),
    `# @name ${id}`,
    `${method} {{host}}${doubled(path)}${asked.length === 0 ? '' : `?${asked.join('&')}`}`,
    ...(needsToken ? ['Authorization: Bearer {{token}}'] : []),
    ...(key === undefined ? [] : [`Idempotency-Key: ${key}`]),
    ...plainHeaders(headers).map(([name, value]) => `${name}: ${value}`),
    ...bodyText(operation),
    '',
  ].join('\n');
};

/** The requests of one capability, as VS Code’s REST Client, httpYac, Visual Studio and JetBrains read them. */
export const httpFile = (group: Group): string => [head(group), ...group.operations.map(requestText)].join('\n');
