import type { MiddlewareObj, Request } from '@middy/core';
import type { Facts } from '../../../domain/shared/decision.ts';
import { type FieldError, refused } from '../problem.ts';
import { type KitRefusalCode, kitRefusals } from '../refusals.ts';
import type { CallState, HttpRequest, HttpResponse } from './state.ts';

/** One middleware of the chain. */
export type Step = MiddlewareObj<HttpRequest, HttpResponse, Error>;
export type StepRequest = Request<HttpRequest, HttpResponse, Error>;

const learnt = Symbol('what the chain has learnt');
type Learning = HttpRequest & { [learnt]?: CallState };

/**
 * Remembers what the chain learns about a request, on the request itself: of a weak map of requests, whoever collects
 * garbage would ask each time which of them live, and that took an eighth of a quote.
 */
export const beginCall = (event: Learning, call: CallState): void => {
  event[learnt] = call;
};

/** What the chain knows of the request so far. */
export const callOf = ({ event }: { readonly event: Learning }): CallState => {
  const call = event[learnt];
  if (call === undefined) throw new Error('The chain begins with `observe`.');
  return call;
};

/** Ends the request with one of the kit's own refusals. */
export const refuseRequest = (code: KitRefusalCode, facts: Facts = {}, errors?: readonly FieldError[]): never => {
  throw refused({ code, entry: kitRefusals[code], facts, ...(errors !== undefined && { errors }) });
};
