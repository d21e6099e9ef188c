import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBindery } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const { clientId, clientSecret } = await openSandbox({ baseUrl, name: 'A page' });

// region server
// Your server keeps the secret, and hands out tokens that can quote and nothing else.
const anybody = createBindery({ baseUrl });
const server = createServer(async (_request, response) => {
  const { access_token } = await anybody.issueToken({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'quotes:write products:read',
  });
  response.end(access_token);
});
// endregion

await once(server.listen(0), 'listening');
const tokenUrl = `http://localhost:${(server.address() as AddressInfo).port}/bindery-token`;

// region page
const bindery = createBindery({ baseUrl, token: async () => (await fetch(tokenUrl)).text() });
const { items } = await bindery.listProducts();
console.log(items.map(({ productId }) => productId).join(', '));
// endregion

const refused = await bindery.listPolicies().result();
console.log(refused.ok ? 'A page saw policies.' : refused.problem.code);
server.close();
