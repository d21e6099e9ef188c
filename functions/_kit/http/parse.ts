import { isUtf8 } from 'node:buffer';
import { parseHostileJson } from './hostile-json.ts';
import type { HttpRequest } from './state.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

export const maxBodyBytes = 65_536;

/** The body as text, whichever way the door passed it on. */
export const bodyTextOf = (event: HttpRequest): string =>
  event.isBase64Encoded === true ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');

/** Bounds the body before anything looks at it, and parses it where the entry takes JSON. */
export const parse = (): Step => ({
  before: (request) => {
    const call = callOf(request);
    const contract = call.endpoint?.contract;
    const text = bodyTextOf(request.event);
    if (Buffer.byteLength(text) > maxBodyBytes) refuseRequest('body-too-large', { maxBytes: maxBodyBytes });
    if (contract?.body === undefined || contract.rawBody === true) return;
    const contentType = request.event.headers['content-type'] ?? '';
    if (!/^application\/json\s*(;|$)/i.test(contentType))
      refuseRequest('unsupported-media-type', { contentType: contentType.slice(0, 80) });
    const { body = '', isBase64Encoded } = request.event;
    // A door passes bytes on as base64 where they are no text; turning them into one would change what was sent.
    if (isBase64Encoded === true && !isUtf8(Buffer.from(body, 'base64')))
      refuseRequest('malformed-json', { reason: 'not-utf8' });
    const parsed = parseHostileJson(text);
    if ('reason' in parsed) refuseRequest('malformed-json', { reason: parsed.reason });
    else call.parsed = parsed.value;
  },
});
