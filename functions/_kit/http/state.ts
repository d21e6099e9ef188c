import type { Instant } from '../clock.ts';
import type { Endpoint } from '../implement.ts';
import type { Verdict } from '../limiter.ts';
import type { Meter, Platform } from '../platform.ts';
import type { Language } from '../problem.ts';
import type { Actor } from '../record.ts';

/** The request as every door gives it: API Gateway's payload 2.0, of which we use only this. */
export type HttpRequest = {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | undefined;
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: { readonly requestId?: string; readonly http?: { readonly sourceIp?: string } };
};

export type HttpResponse = {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
};

/** A whole chain, as Lambda and the local server call it. */
export type HttpHandler = (event: HttpRequest, context?: unknown) => Promise<HttpResponse>;

/** What the chain learns about one request, step by step. */
export type CallState = {
  readonly platform: Platform;
  readonly requestId: string;
  /** The gateway's own name of this request, by which its access log is found. */
  readonly gatewayId: string | undefined;
  readonly callId: string;
  readonly startedAt: number;
  readonly wall: Instant;
  readonly meter: Meter;
  readonly language: Language;
  endpoint?: Endpoint;
  tenant?: string;
  actor?: Actor;
  /** What is left of the limits that this request took from. */
  limits?: Verdict;
  parsed?: unknown;
  input?: { readonly body: unknown; readonly params: unknown; readonly query: unknown };
  problem?: string;
  replayed?: boolean;
};
