import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, WebhookRefused } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const { bindery } = await openSandbox({ baseUrl, name: 'Webhooks' });

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

let secret = '';
const seen = new Set<string>();

// region receive
const receiver = createServer(async (request, response) => {
  try {
    const event = await verifyWebhook({ payload: await bytesOf(request), headers: request.headers, secret });
    // Events come at least once: what has been seen is taken, and done no second time.
    if (!seen.has(event.id)) {
      if (event.type === 'customer.registered') console.log(`${event.type}: ${event.data.customerId.slice(0, 4)}…`);
      seen.add(event.id);
    }
    response.writeHead(204).end();
  } catch (thrown) {
    response.writeHead(thrown instanceof WebhookRefused ? 400 : 500).end();
  }
});
// endregion

await once(receiver.listen(0), 'listening');
const { port } = receiver.address() as AddressInfo;

// region endpoint
const endpoint = await bindery.createWebhookEndpoint({
  url: `http://localhost:${port}/hooks`,
  types: ['customer.registered'],
});
secret = endpoint.secret ?? '';
// endregion

await bindery.registerCustomer({ name: '王小明', phone: '+8613800138000', locale: 'zh-CN' });
while (seen.size === 0) await new Promise((resolve) => setTimeout(resolve, 50));
receiver.close();
