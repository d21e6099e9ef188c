import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerBook } from './acknowledged.ts';
import type { Chance } from './chance.ts';
import type { HttpClient, Reply, Sent } from './http.ts';
import type { Statistics } from './statistics.ts';

export type Asked = {
  readonly kind: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
};
export type Answered = { readonly status: number; readonly body: unknown; readonly text: string };

export type Asking = {
  readonly http: HttpClient;
  readonly url: string;
  readonly token: { readonly take: () => Promise<string>; readonly renew: () => void };
  readonly book: AnswerBook;
  readonly statistics: Statistics;
  readonly chance: Chance;
  /** After this instant nobody goes on asking; what was not answered by then was not acknowledged. */
  readonly giveUpAt: () => number;
};

const pauseMsMax = 250;

/** The platform said that nothing is decided yet, or that it cannot say; ask again under the same key. */
const isOpen = ({ status, text }: Reply): boolean =>
  status === 401 || status === 429 || status >= 500 || (status === 409 && text.includes('"changed-meanwhile"'));

const wordFor = (thrown: unknown): string => {
  const code: unknown = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : 'no answer';
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Asks until there is an answer that stands, always with the same key; undefined where it was given up. */
export const untilAnswered = async (
  { http, statistics, chance, giveUpAt }: Pick<Asking, 'http' | 'statistics' | 'chance' | 'giveUpAt'>,
  kind: string,
  makeRequest: () => Promise<Sent>,
  onOpen: (reply: Reply) => void = () => undefined,
): Promise<(Reply & { readonly ms: number }) | undefined> => {
  while (Date.now() < giveUpAt()) {
    try {
      const sent = await makeRequest();
      const started = performance.now();
      const reply = await http.send(sent);
      statistics.answer(String(reply.status));
      if (!isOpen(reply)) return { ...reply, ms: performance.now() - started };
      onOpen(reply);
    } catch (thrown) {
      statistics.answer(wordFor(thrown));
    }
    statistics.retry(kind);
    await wait(pauseMsMax * chance.next());
  }
  return undefined;
};

/** Nobody answered until the end: the shop goes home, and nothing was acknowledged. */
const givenUp = (kind: string): Error => Object.assign(new Error(kind), { givenUp: true });
export const isGivenUp = (thrown: unknown): boolean => thrown instanceof Error && 'givenUp' in thrown;

/** Asks the platform as one shop does; commands under a key of their own, which is kept until the answer came. */
export const asker = (asking: Asking, client: string) => {
  const { url, token, book, statistics } = asking;
  let count = 0;

  const headersFor = async (requestId: string, { method, body }: Asked) => ({
    authorization: `Bearer ${await token.take()}`,
    'x-request-id': requestId,
    ...(method === 'POST' && { 'idempotency-key': requestId }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });

  return async (asked: Asked, isCommand = asked.method === 'POST'): Promise<Answered> => {
    count += 1;
    const requestId = `load_${client}_${String(count).padStart(6, '0')}`;
    const { kind, method, path, body } = asked;
    const request = async (): Promise<Sent> => ({
      ...{ url: `${url}/v1${path}`, method, headers: await headersFor(requestId, asked) },
      ...(body !== undefined && { body }),
    });
    const reply = await untilAnswered(asking, kind, request, ({ status }) => {
      if (status === 401) token.renew();
    });
    if (reply === undefined) throw givenUp(kind);
    const { status, text, ms } = reply;
    const done = status < 300;
    statistics.done(kind, done ? 'acknowledged' : 'refused', ms);
    if (isCommand && done) book.acknowledge({ kind, requestId, key: requestId, path, body: body ?? '', status, text });
    if (isCommand && !done) book.refuse({ kind, requestId, status, text });
    return { status, text, body: parsed(text) };
  };
};
export type Ask = ReturnType<typeof asker>;
