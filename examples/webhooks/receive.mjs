import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
const seen = new Set();
createServer(async (request, response) => {
  const body = (await Array.fromAsync(request)).join('');
  try {
    const event = webhook.verify(body, request.headers);
    if (!seen.has(event.id)) console.log(event.type, event.subject, event.sequence);
    seen.add(event.id);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(process.env.PORT, function () {
  console.log('listening', this.address().port);
});
