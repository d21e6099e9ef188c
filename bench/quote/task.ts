import { issuer, token } from './given.ts';

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

/** Ids are drawn anew for every offer, and the token holds one. */
const withoutIds = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (name, value) => (name === 'offerId' || name === 'token' ? undefined : value));

/** What a handler says of a request: the status, and where there are offers, everything but their ids. */
export const taskOf =
  (handler: QuoteHandler) =>
  async (request: unknown): Promise<unknown> => {
    const { statusCode, body } = await handler(eventOf(request), { awsRequestId: 'bench' });
    return statusCode === 200 ? { statusCode, body: withoutIds(JSON.parse(body)) } : { statusCode };
  };
