import { setTimeout as wait } from 'node:timers/promises';
import type * as z from 'zod';
import { routeKeyOf } from '../http/route.ts';
import type { CallState, HttpHandler, HttpRequest, HttpResponse } from '../http/state.ts';
import type { Endpoint } from '../implement.ts';
import type { BatchResult, batchOf } from './schema.ts';

type Item = z.output<ReturnType<typeof batchOf>>['items'][number];
type Result = z.output<typeof BatchResult>['results'][number];

/** How many items are under way at once. */
const atOnce = 8;
/**
 * In milliseconds: when no item is begun any more, and when the batch answers whatever is still under way, for a
 * function that is cut off answers nothing.
 */
const timesOf = { beginBefore: 6_000, answerAt: 9_000 };

type Batch = { readonly call: CallState; readonly event: HttpRequest };

const pathOf = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));

/** The item as a request of its own: the same path, body and key as alone, so that either is a retry of the other. */
const requestOf = ({ call, event }: Batch, { contract }: Endpoint, item: Item, at: number): HttpRequest => {
  const { params = {}, body, idempotencyKey } = item;
  return {
    routeKey: routeKeyOf(contract),
    rawPath: `/v1${pathOf(contract.path, params)}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      'x-request-id': `${call.requestId.slice(0, 60)}_${at}`,
      authorization: event.headers['authorization'],
      ...(item.ifMatch !== undefined && { 'if-match': item.ifMatch }),
      'accept-language': event.headers['accept-language'],
    },
    pathParameters: params,
    body: JSON.stringify(body),
    ...(event.requestContext !== undefined && { requestContext: event.requestContext }),
  };
};

/**
 * Not now, or not yet: the item's own key makes it harmless to ask again. The token was good when the batch began, so
 * one that is good no longer ended in between.
 */
const isOpen = (status: number, body: Readonly<Record<string, unknown>>): boolean =>
  status >= 500 || status === 429 || status === 401 || body['code'] === 'changed-meanwhile';

const resultOf = ({ operation, idempotencyKey }: Item, { statusCode: status, headers, body: text }: HttpResponse) => {
  const body = JSON.parse(text) as Record<string, unknown>;
  const outcome = status < 300 ? 'done' : isOpen(status, body) ? 'open' : 'refused';
  const seconds = headers['retry-after'];
  const again = seconds === undefined ? {} : { retryAfterSeconds: Number(seconds) };
  return { operation, idempotencyKey, outcome, status, body, ...again } satisfies Result;
};

const notBegun = ({ operation, idempotencyKey }: Item): Result => ({ operation, idempotencyKey, outcome: 'open' });

/** Waits for the work, but not longer than there is time. */
const beforeTheEnd = async (work: Promise<unknown>, ms: number): Promise<void> => {
  const timer = new AbortController();
  const end = wait(Math.max(0, ms), undefined, { signal: timer.signal, ref: false }).catch(() => undefined);
  try {
    await Promise.race([work, end]);
  } finally {
    timer.abort();
  }
};

/**
 * Gives each item to the chain as if it had come alone: with its own checks, limits, key, effect, log line and answer.
 * Nothing is kept of the batch itself, so it can be sent again until nothing of it is open; what is done answers then
 * what it answered before.
 */
export const runBatch = async (
  batch: Batch,
  endpoints: readonly Endpoint[],
  chain: HttpHandler,
  { beginBefore, answerAt } = timesOf,
): Promise<{ readonly result: z.output<typeof BatchResult>; readonly retryAfter: number | undefined }> => {
  const { call } = batch;
  const { items } = (call.input as { readonly body: { readonly items: readonly Item[] } }).body;
  const results: Result[] = items.map(notBegun);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && performance.now() - call.startedAt < beginBefore) {
      const at = next;
      next += 1;
      const item = items[at];
      const endpoint =
        item === undefined ? undefined : endpoints.find(({ contract }) => contract.id === item.operation);
      if (item === undefined || endpoint === undefined) throw new Error('A batch names operations of its function.');
      results[at] = resultOf(item, await chain(requestOf(batch, endpoint, item, at)));
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, work);
  await beforeTheEnd(Promise.all(workers), answerAt - (performance.now() - call.startedAt));
  // Whatever comes later is in nobody's answer; the item's key has it.
  const told = [...results];
  const counted = (outcome: Result['outcome']): number => told.filter((one) => one.outcome === outcome).length;
  const waits = told.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return {
    result: { done: counted('done'), refused: counted('refused'), open: counted('open'), results: told },
    retryAfter: waits.length === 0 ? undefined : Math.max(...waits),
  };
};
