import type { RequestOptions } from 'node:http';

// An ES import of `node:http` would load undici with it.
const { Agent, request } = process.getBuiltinModule('node:http');

export const endpoint = new URL(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
const agent = new Agent({ keepAlive: true });

/** Sends one request over a connection that is kept, and reads the answer to its end. */
export const send = (body: string, headers: NonNullable<RequestOptions['headers']>): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname: host, port } = endpoint;
    const sent = request({ agent, host, port, method: 'POST', path: '/', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    sent.on('error', reject).end(body);
  });

export type Asked = { readonly table: string; readonly key: Readonly<Record<string, string>> };
export const target = 'DynamoDB_20120810.GetItem';
export const contentType = 'application/x-amz-json-1.0';
