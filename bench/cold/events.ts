/** A basket of one, as a shop quotes it; the worked quote 5.1 of the catalogue. */
export const quoteBody = {
  items: [
    {
      itemId: 'line-1',
      productId: 'return-freight',
      insuredObject: {
        category: 'apparel',
        distance: 'neighbour',
        buyerReturnRate: '0.20',
        sellerRating: '4.7',
        orderNumber: 'SO-20261123-0042',
      },
    },
  ],
} as const;
/** What that basket costs, in fen. */
export const quotedGross = 432;

export type Asking = {
  readonly method: 'GET' | 'POST';
  readonly route: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
};

/** A request as API Gateway hands it on (payload 2.0), with the headers that a shop's client sends. */
export const httpEvent = ({ method, route, path = {}, query = {}, headers, body, token }: Asking) => ({
  version: '2.0',
  routeKey: `${method} ${route}`,
  rawPath: route.replace(/\{(\w+)\}/g, (_, name) => path[name] ?? ''),
  rawQueryString: new URLSearchParams(query).toString(),
  queryStringParameters: query,
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'shop/1.0',
    'x-viewer-address': '198.51.100.7',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  },
  pathParameters: path,
  ...(body !== undefined && { body: JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: { requestId: 'a-request', http: { method, path: route, sourceIp: '198.51.100.7' } },
});
