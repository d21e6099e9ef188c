import { base32 } from '../crypto.ts';
import type { Platform } from '../platform.ts';
import { operationLine } from '../telemetry.ts';
import { deprecationHeaders } from './deprecation.ts';
import { limitHeaders } from './limit.ts';
import type { CallState, HttpRequest } from './state.ts';
import { beginCall, callOf, type Step, type StepRequest } from './step.ts';

const acceptable = /^[A-Za-z0-9_-]{8,64}$/;

type Headers = HttpRequest['headers'];

/** The caller's own request id where it is one, or a new one. */
export const requestIdOf = (headers: Headers, { random }: Pick<Platform, 'random'>): string => {
  const given = headers['x-request-id'];
  return given !== undefined && acceptable.test(given) ? given : `req_${base32(random(16))}`;
};

/** The language of titles: Chinese for whoever asks for it first, else English. */
export const languageOf = (headers: Headers): CallState['language'] =>
  /^\s*zh/i.test(headers['accept-language'] ?? '') ? 'zh-CN' : 'en';

const begin = (event: HttpRequest, platform: Platform): CallState => ({
  platform,
  requestId: requestIdOf(event.headers, platform),
  gatewayId: event.requestContext?.requestId,
  callId: base32(platform.random(16)),
  startedAt: performance.now(),
  wall: platform.clock.wall(),
  meter: { read: 0, write: 0 },
  language: languageOf(event.headers),
});

const finish = (request: StepRequest): void => {
  const call = callOf(request);
  const { response } = request;
  if (response === null || response === undefined) return;
  Object.assign(response.headers, {
    'x-request-id': call.requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...deprecationHeaders(call.endpoint?.contract, call.platform.docsUrl),
    ...limitHeaders(call),
    ...(call.replayed === true && { 'idempotent-replayed': 'true' }),
  });
  call.platform.log(operationLine(call, response.statusCode));
};

/** Gives the request its id, and writes its one log line, which is its metrics too. */
export const observe = (platform: Platform): Step => ({
  before: (request) => {
    beginCall(request.event, begin(request.event, platform));
  },
  after: finish,
  onError: finish,
});
