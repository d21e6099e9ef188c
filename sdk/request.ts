import type { Row } from './operation.ts';

export type Sendable = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
};

type Extra = { readonly idempotencyKey?: string; readonly ifMatch?: string; readonly ifNoneMatch?: string };

const pathNames = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const filledPath = (path: string, asked: Readonly<Record<string, unknown>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = asked[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`${name} is missing.`);
    // A dot segment would climb out of the path, for URL parsers resolve it even when it is encoded.
    if (/^\.{0,2}$/.test(String(value))) throw new TypeError(`${name} is not an id: "${value}".`);
    return encodeURIComponent(value);
  });

const queryOf = (names: readonly string[], asked: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams();
  for (const name of names) if (asked[name] !== undefined) query.set(name, String(asked[name]));
  return query.size === 0 ? '' : `?${query}`;
};

const formOf = (fields: object): string =>
  new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined)).toString();

/** The one object that an operation is asked, as an HTTP request: what stands in the path, the query and the body. */
export const requestOf = (baseUrl: string, row: Row, asked: object, extra: Extra): Sendable => {
  const fields = asked as Readonly<Record<string, unknown>>;
  const query = row.query ?? [];
  const beside = new Set([...pathNames(row.path), ...query]);
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !beside.has(name)));
  const [surplus] = Object.keys(rest);
  if (row.body === undefined && surplus !== undefined) throw new TypeError(`There is no such parameter: ${surplus}.`);
  const types = { json: 'application/json', form: 'application/x-www-form-urlencoded' };
  return {
    url: `${baseUrl}${filledPath(row.path, fields)}${queryOf(query, fields)}`,
    method: row.method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(row.body !== undefined && { 'content-type': types[row.body] }),
      ...(extra.idempotencyKey !== undefined && { 'idempotency-key': extra.idempotencyKey }),
      ...(extra.ifMatch !== undefined && { 'if-match': extra.ifMatch }),
      ...(extra.ifNoneMatch !== undefined && { 'if-none-match': extra.ifNoneMatch }),
    },
    body: row.body === undefined ? undefined : row.body === 'json' ? JSON.stringify(rest) : formOf(rest),
  };
};
