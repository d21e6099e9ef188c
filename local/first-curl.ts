/** A basket as a first quote: one order whose return freight is to be insured. */
export const firstBasket = {
  items: [
    {
      itemId: 'line-1',
      productId: 'return-freight',
      insuredObject: {
        orderNumber: 'SO-20261123-0042',
        category: 'apparel',
        distance: 'neighbour',
        buyerReturnRate: '0.20',
        sellerRating: '4.7',
      },
    },
  ],
};

/** The first thing to paste into another terminal: a token, then a quote with it. Needs a POSIX shell, curl and sed. */
export const firstCurl = (url: string, { clientId, secret }: { readonly clientId: string; readonly secret: string }) =>
  [
    `TOKEN=$(curl -s ${url}/oauth/token -u '${clientId}:${secret}' -d grant_type=client_credentials |`,
    `  sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -s ${url}/v1/quotes -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(firstBasket)}'`,
  ].join('\n');
