import { fastify } from 'fastify';
import { quoted } from '../quoting.ts';

const app = fastify();
app.post('/v1/quotes', (request, reply) => {
  const { status, body } = quoted(request.body);
  return reply.code(status).send(body);
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
