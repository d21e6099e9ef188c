import express from 'express';
import { quoted } from '../quoting.ts';

const app = express();
// Nobody asks for the same quote again: hashing every answer for a tag would be held against it.
app.disable('etag');
app.use(express.json());
app.post('/v1/quotes', (request, response) => {
  const { status, body } = quoted(request.body);
  response.status(status).json(body);
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
