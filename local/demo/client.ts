import { randomBytes } from 'node:crypto';
import { plainError } from '../plain-error.ts';
import type { Credentials, Person } from '../seed/credentials.ts';

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
};

/** What stands at a path like `items.0.offer.token`; undefined where nothing does. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner === undefined ? inner : Object(inner)[name]), value);

export const textAt = (value: unknown, path: string): string => {
  const found = at(value, path);
  if (typeof found !== 'string')
    throw new Error(`There is no text at ${path} of ${JSON.stringify(value).slice(0, 300)}`);
  return found;
};

export const listAt = (value: unknown, path: string): readonly unknown[] => {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new Error(`There is no list at ${path} of ${JSON.stringify(value).slice(0, 300)}`);
  return found;
};

export type Ask = { readonly body?: unknown; readonly key?: string };
export type Login = Credentials[Person];

/** Tokens live five minutes; a new one is taken a while before that. */
const tokenMs = 4 * 60_000;

/** A token of the moment for somebody's credentials. */
export const tokenFor = async (url: string, { clientId, secret }: Login): Promise<string> => {
  const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const answer = (await response.json()) as { readonly access_token?: string };
  if (answer.access_token === undefined)
    throw plainError(
      `The platform at ${url} does not know the credentials of this data folder: give the demo the BINDERY_DATA of ` +
        'that platform, or stop it and run the demo alone.',
    );
  return answer.access_token;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return { status: response.status, body: parsed(text), text, headers: response.headers };
};

/** Calls the platform as one of its users would: over HTTP, with a token of their own and a key for each intent. */
export const createClient = (url: string, credentials: Credentials) => {
  const tokens = new Map<Person, { readonly token: Promise<string>; readonly until: number }>();

  const tokenOf = (person: Person): Promise<string> => {
    const known = tokens.get(person);
    if (known !== undefined && Date.now() < known.until) return known.token;
    const token = tokenFor(url, credentials[person]);
    tokens.set(person, { token, until: Date.now() + tokenMs });
    return token;
  };

  const ask = async (person: Person, method: string, path: string, { body, key }: Ask = {}): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${await tokenOf(person)}`,
      ...(method === 'POST' && { 'idempotency-key': key ?? randomBytes(12).toString('hex') }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return answerOf(await fetch(`${url}/v1${path}`, sent));
  };
  const raw = async (path: string, init: RequestInit = {}): Promise<Answer> =>
    answerOf(await fetch(`${url}${path}`, init));

  return {
    url,
    get: (person: Person, path: string) => ask(person, 'GET', path),
    post: (person: Person, path: string, asked: Ask = {}) => ask(person, 'POST', path, asked),
    raw,
    /** Tells the sandbox something: a parcel, a flight, that time has passed. */
    tell: async (path: string, body: object): Promise<unknown> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await raw(`/sandbox/${path}`, init);
      if (answer.status !== 200) throw new Error(`The sandbox refuses ${path}: ${answer.text}`);
      return answer.body;
    },
    /** Waits until no event and no webhook is on its way. */
    idle: async (): Promise<void> => {
      const answer = await raw('/ops/idle');
      if (at(answer.body, 'idle') !== true) throw new Error('The bus did not come to rest.');
    },
  };
};
export type Client = ReturnType<typeof createClient>;
