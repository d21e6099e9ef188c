import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Answer, Site } from '../../tools/site/site.ts';
import type { DoorRequest } from './doors.ts';
import { type FileResponse, fileIn } from './static-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reference = join(root, 'docs', 'reference');

/** Everything comes from this machine, and a page may load nothing else, nor run what is written in it. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** The schemas that events name in `dataschema`; any page and any consumer may read and keep them. */
const schemaFile = async (name: string): Promise<FileResponse | undefined> => {
  const file = await fileIn(join(reference, 'schemas', 'events'), name);
  if (file === undefined) return undefined;
  const headers = {
    ...file.headers,
    'content-type': 'application/schema+json',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  };
  return { ...file, headers };
};

let site: Promise<Site> | undefined;
/** Loaded when somebody reads: a start is not slowed by it, nor by what makes pages of Markdown. */
const theSite = (): Promise<Site> => {
  site ??= import('../../tools/site/site.ts').then(({ siteOf }) => siteOf(root));
  return site;
};

const tags = new WeakMap<Answer, string>();
const tagOf = (answer: Answer): string => {
  const known = tags.get(answer) ?? `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  tags.set(answer, known);
  return known;
};

/** What has its own hash in its address never changes; everything else is asked for again, and mostly is the same. */
const cacheOf = ({ isKept }: Answer, search: string): string =>
  isKept === true && /^v=/.test(search) ? 'public, max-age=31536000, immutable' : 'no-cache';

const answered = (answer: Answer, { headers, search = '' }: DoorRequest): HttpResponse | FileResponse => {
  const etag = tagOf(answer);
  const own = { etag, 'cache-control': cacheOf(answer, search), 'content-security-policy': policy };
  const safe = { ...own, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
  if (headers['if-none-match'] === etag) return { statusCode: 304, headers: safe, body: '' };
  const all = { 'content-type': answer.type, ...safe };
  // The two forms of an answer differ in their body alone.
  return typeof answer.body === 'string'
    ? { statusCode: 200, headers: all, body: answer.body }
    : { statusCode: 200, headers: all, body: answer.body };
};

const isOfSite = (path: string): boolean => /^\/(docs([./]|$)|openapi\.json$|llms(-full)?\.txt$)/.test(path);

/** The docs at `/docs`: pages made of the Markdown of this repository; they work offline. */
export const docsAt = async (request: DoorRequest): Promise<HttpResponse | FileResponse | undefined> => {
  // Whoever types the address alone wants to read.
  if (request.path === '/') return { statusCode: 302, headers: { location: '/docs' }, body: '' };
  const [, schema] = /^\/schemas\/events\/(.+)$/.exec(request.path) ?? [];
  if (schema !== undefined) return schemaFile(schema);
  if (!isOfSite(request.path)) return undefined;
  const path = decodeURIComponent(request.path);
  const known = await theSite();
  const answer = known.at(path);
  if (answer !== undefined) return answered(answer, request);
  // A program is told of a wrong address by a problem, a reader by a page on which one can search.
  const isReader = path.startsWith('/docs') && (request.headers['accept'] ?? '').includes('text/html');
  if (!isReader) return undefined;
  const { 'if-none-match': _held, ...headers } = request.headers;
  return { ...answered(known.missing(path), { ...request, headers }), statusCode: 404 };
};
