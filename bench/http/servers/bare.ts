import { createServer } from 'node:http';
import { quoted } from '../quoting.ts';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { status, body } = quoted(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const text = JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
