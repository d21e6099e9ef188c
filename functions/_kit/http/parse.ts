import { isUtf8 } from 'node:buffer';
import { batchBytesMax, batchItemsMax } from '../batch/limits.ts';
import type { EndpointContract } from '../contract.ts';
import { parseHostileJson } from './hostile-json.ts';
import type { HttpRequest } from './state.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

export const maxBodyBytes = 65_536;

/** The body as text, whichever way the door passed it on. */
export const bodyTextOf = (event: HttpRequest): string =>
  event.isBase64Encoded === true ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');

/** The most bytes that the body of an entry may have. */
export const maxBodyBytesOf = (contract: Pick<EndpointContract, 'batch'> | undefined): number =>
  contract?.batch === undefined ? maxBodyBytes : batchBytesMax;

/** A batch holds documents of the usual size, three levels down. */
const alone = { documents: 1, levels: 0 };
const inBatch = { documents: batchItemsMax, levels: 3 };

const jsonIn = (event: HttpRequest, text: string, holds: typeof alone): unknown => {
  const contentType = event.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType))
    refuseRequest('unsupported-media-type', { contentType: contentType.slice(0, 80) });
  const { body = '', isBase64Encoded } = event;
  // A door passes bytes on as base64 where they are no text; turning them into one would change what was sent.
  if (isBase64Encoded === true && !isUtf8(Buffer.from(body, 'base64')))
    refuseRequest('malformed-json', { reason: 'not-utf8' });
  const parsed = parseHostileJson(text, holds);
  return 'reason' in parsed ? refuseRequest('malformed-json', { reason: parsed.reason }) : parsed.value;
};

/** Bounds the body before anything looks at it, and parses JSON; where none belongs, nobody looks at all. */
export const parse = (): Step => ({
  before: (request) => {
    const call = callOf(request);
    const contract = call.endpoint?.contract;
    if (contract?.body === undefined) return;
    const text = bodyTextOf(request.event);
    const maxBytes = maxBodyBytesOf(contract);
    if (Buffer.byteLength(text) > maxBytes) refuseRequest('body-too-large', { maxBytes });
    if (contract.rawBody === true) return;
    call.parsed = jsonIn(request.event, text, contract.batch === undefined ? alone : inBatch);
  },
});
