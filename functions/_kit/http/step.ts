import type { MiddlewareObj, Request } from '@middy/core';
import type { Facts } from '../../../domain/shared/decision.ts';
import { type FieldError, refused } from '../problem.ts';
import { type KitRefusalCode, kitRefusals } from '../refusals.ts';
import type { CallState, HttpRequest, HttpResponse } from './state.ts';

/** One middleware of the chain. */
export type Step = MiddlewareObj<HttpRequest, HttpResponse, Error>;
export type StepRequest = Request<HttpRequest, HttpResponse, Error>;

const calls = new WeakMap<HttpRequest, CallState>();

/** Remembers what the chain learns about a request, for as long as the request lives. */
export const beginCall = (event: HttpRequest, call: CallState): void => void calls.set(event, call);

/** What the chain knows of the request so far. */
export const callOf = ({ event }: { readonly event: HttpRequest }): CallState => {
  const call = calls.get(event);
  if (call === undefined) throw new Error('The chain begins with `observe`.');
  return call;
};

/** Ends the request with one of the kit's own refusals. */
export const refuseRequest = (code: KitRefusalCode, facts: Facts = {}, errors?: readonly FieldError[]): never => {
  throw refused({ code, entry: kitRefusals[code], facts, ...(errors !== undefined && { errors }) });
};
