import type { HttpResponse } from '../../functions/_kit/http/state.ts';

/** An answer of a door to a program. */
export const json = (statusCode: number, value: unknown): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
