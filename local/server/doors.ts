import { parseHostileJson } from '../../functions/_kit/http/hostile-json.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import { isOurs } from './asker.ts';
import { docsAt } from './docs-page.ts';
import { json } from './json.ts';
import type { FileResponse } from './static-files.ts';

export type DoorRequest = {
  readonly path: string;
  /** What is asked beside the path, without its question mark. */
  readonly search?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};
export type DoorResponse = HttpResponse | FileResponse;
/** Undefined: there is no such door, so an entry is looked for. */
export type Doors = (method: string, request: DoorRequest) => Promise<DoorResponse | undefined>;

/** What a part of this machine says to what it is told: an answer, or in one sentence what is wrong. */
export type Reply = { readonly answer: unknown; readonly statusCode?: number } | { readonly wrong: string };
export type Told = (value: unknown) => Promise<Reply>;

export type DoorSetup = {
  readonly isReady: () => Promise<boolean>;
  /** What can be read, by path. */
  readonly shown: Readonly<Record<string, () => Promise<unknown>>>;
  /** What is a page to be read, and JSON to a program that asks for it. */
  readonly pages: (request: DoorRequest) => Promise<DoorResponse | undefined> | DoorResponse | undefined;
  /** What can be told by a POST of JSON, by path. */
  readonly told: Readonly<Record<string, Told>>;
};

/** Several parts of this machine that have pages: whichever knows the path shows it. */
export const firstOf =
  (all: readonly DoorSetup['pages'][]): DoorSetup['pages'] =>
  async (request) => {
    for (const pages of all) {
      const response = await pages(request);
      if (response !== undefined) return response;
    }
    return undefined;
  };

const tell = async (told: Told, request: DoorRequest): Promise<HttpResponse> => {
  const { body, headers } = request;
  // Browsers are let ask from anywhere, for the API's sake: what has no token is told things by no page of elsewhere.
  if (!isOurs(request)) return json(403, { error: 'This is told under localhost only, and by no page of elsewhere.' });
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return json(415, { error: 'Send application/json.' });
  const parsed = parseHostileJson(body);
  if ('reason' in parsed) return json(400, { error: `The body is not acceptable JSON: ${parsed.reason}.` });
  const result = await told(parsed.value);
  return 'wrong' in result ? json(422, { error: result.wrong }) : json(result.statusCode ?? 200, result.answer);
};

const tellAt = async ({ told }: DoorSetup, request: DoorRequest): Promise<DoorResponse | undefined> => {
  const lever = told[request.path];
  return lever === undefined ? undefined : tell(lever, request);
};

const show = async (setup: DoorSetup, request: DoorRequest): Promise<DoorResponse | undefined> => {
  const { isReady, shown, pages } = setup;
  const { path } = request;
  switch (path) {
    case '/healthz':
      return json(200, { status: 'ok' });
    case '/readyz':
      return (await isReady()) ? json(200, { status: 'ok' }) : json(503, { status: 'no-database' });
    default: {
      const shows = shown[path];
      return shows === undefined ? ((await pages(request)) ?? docsAt(request)) : json(200, await shows());
    }
  }
};

/**
 * What this machine serves beside the contracts: health, the reference, and the sandbox's own levers.
 */
export const doorsOf =
  (setup: DoorSetup): Doors =>
  async (method, request) => {
    if (method === 'POST') return tellAt(setup, request);
    // Who wishes to delete a thing must not be shown it as if that were done.
    return method === 'GET' ? show(setup, request) : undefined;
  };
