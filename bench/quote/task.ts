import { alikeIn } from './alike.ts';
import { issuer, offerKey, token } from './given.ts';

/** A request as API Gateway hands it to a function (payload 2.0). */
export const eventOf = (body: unknown) => ({
  version: '2.0',
  routeKey: 'POST /v1/quotes',
  rawPath: '/v1/quotes',
  rawQueryString: '',
  headers: {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    host: new URL(issuer).host,
    'user-agent': 'shop/1.0',
    'x-forwarded-for': '198.51.100.7',
  },
  requestContext: {
    requestId: 'JKJaXmPLvHcESHA=',
    http: { method: 'POST', path: '/v1/quotes', sourceIp: '198.51.100.7' },
  },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});

/** A handler as Lambda calls it. */
export type QuoteHandler = (
  event: ReturnType<typeof eventOf>,
  context: { readonly awsRequestId: string },
) => Promise<{ readonly statusCode: number; readonly body: string }>;

/** What a handler says of a request, as far as all must say it alike. */
export const taskOf =
  (handler: QuoteHandler) =>
  async (request: unknown): Promise<unknown> => {
    const { statusCode, body } = await handler(eventOf(request), { awsRequestId: 'bench' });
    return alikeIn(statusCode, body, offerKey);
  };

/** Handlers make their lines for the log, but nobody writes them anywhere. Gives what ends it. */
export const unwritten = (): (() => void) => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  return () => {
    process.stdout.write = write;
  };
};
