import type { Recorded } from '../recordings.ts';

const host = 'http://localhost:8787';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
/** What holds a shell's variable has to be in double quotes. */
const headerOf = (name: string, value: string): string =>
  name === 'Authorization' ? '-H "Authorization: Bearer $TOKEN"' : `-H ${quoted(`${name}: ${value}`)}`;

const queryOf = ({ query = {} }: Recorded['request']): string => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

const isForm = ({ headers }: Recorded['request']): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.includes('urlencoded'),
  );

/** A form as the text that is sent; it may be recorded as one, or by its fields. */
const formOf = (body: unknown): string =>
  typeof body === 'string' ? body : new URLSearchParams(body as Record<string, string>).toString();

const dataOf = (request: Recorded['request']): readonly string[] => {
  if (request.body === undefined) return request.method === 'POST' ? ['-X POST'] : [];
  return [`-d ${quoted(isForm(request) ? formOf(request.body) : JSON.stringify(request.body, null, 2))}`];
};

/** A recorded request as one call of curl. */
export const curlOf = ({ request }: Recorded): string => {
  const url = `${host}${request.path}${queryOf(request)}`;
  const headers = Object.entries(request.headers).map(([name, value]) => headerOf(name, value));
  const target = /[?&]/.test(url) ? quoted(url) : url;
  return [`curl ${target}`, ...headers, ...dataOf(request)].join(' \\\n  ');
};

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const widthMax = 90;

/** A value as one would write it in TypeScript: on one line where it fits. */
const literal = (value: unknown, indent: string): string => {
  if (typeof value === 'string') return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((one: unknown) => literal(one, `${indent}  `))
    : Object.entries(value).map(([name, one]) => `${key(name)}: ${literal(one, `${indent}  `)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return `${open}${close}`;
  const blank = isList ? '' : ' ';
  const line = `${open}${blank}${parts.join(', ')}${blank}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= widthMax) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`;
};

/** What stands in the segments of a path that its template names. */
export const pathValuesOf = (template: string, path: string): Readonly<Record<string, string>> => {
  const given = path.split('/');
  return Object.fromEntries(
    template.split('/').flatMap((segment, at) => {
      const [, name] = /^\{(\w+)\}$/.exec(segment) ?? [];
      return name === undefined ? [] : [[name, decodeURIComponent(given[at] ?? '')]];
    }),
  );
};

/** Everything that a request asks, in one object: what the client of the SDK takes, and the command line from it. */
const askedOf = (template: string, { request }: Recorded): Readonly<Record<string, unknown>> => ({
  ...pathValuesOf(template, request.path),
  ...request.query,
  ...(typeof request.body === 'object' ? request.body : {}),
});

const headerIn = ({ request }: Recorded, name: string): string | undefined =>
  Object.entries(request.headers).find(([one]) => one.toLowerCase() === name)?.[1];

/** A recorded request as a call of the TypeScript SDK. */
export const typescriptOf = (id: string, template: string, recorded: Recorded): string => {
  const asked = askedOf(template, recorded);
  const idempotencyKey = headerIn(recorded, 'idempotency-key');
  const hasAsked = Object.keys(asked).length > 0;
  const given = hasAsked || idempotencyKey !== undefined ? literal(asked, '') : '';
  const beside = idempotencyKey === undefined ? '' : `, { idempotencyKey: '${idempotencyKey}' }`;
  return `const answer = await bindery.${id}(${given}${beside});`;
};

/** One value behind a flag; what is no plain word is quoted for the shell. */
const flagValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[\w.:@/+-]+$/.test(text) ? text : quoted(text);
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A recorded request on the command line: every field is a flag of its name. */
export const cliOf = (id: string, template: string, recorded: Recorded): string => {
  const beside = ['idempotency-key', 'if-match'].flatMap((name) => {
    const value = headerIn(recorded, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const flags = [...Object.entries(askedOf(template, recorded)), ...beside].map(
    ([name, value]) => `--${kebab(name)} ${flagValue(value)}`,
  );
  return [`npm run -s cli -- ${id}`, ...flags].join(' \\\n  ');
};
