import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokenFor } from '../../local/demo/client.ts';
import { aReceiver } from '../functions/_adapters/webhooks/receiver.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let bindery: Bindery;
let token = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-webhooks-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
  token = await tokenFor(bindery.url, bindery.credentials.partner);
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

type Json = Record<string, unknown>;
let asked = 0;
const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Json> => {
  asked += 1;
  const response = await fetch(`${bindery.url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'POST' && { 'idempotency-key': `webhooks-${asked}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};
const register = async (n: number): Promise<string> => {
  const identity = { type: 'passport', number: `E1234567${n}` };
  const answer = await ask('POST', '/customers', {
    name: '王小明',
    phone: `+861380013800${n}`,
    identity,
    locale: 'zh-CN',
  });
  return String(answer['customerId']);
};
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await new Promise((done) => setTimeout(done, 50));
  }
};

it('tells a shop what happens, again until it has taken it, and once more when it asks', async () => {
  let answer = (response: ServerResponse): void => void response.writeHead(204).end();
  const receiver = await aReceiver((response) => answer(response));
  const made = await ask('POST', '/webhook-endpoints', { url: receiver.url, types: ['customer.registered'] });
  const verifier = new Webhook(String(made['secret']));
  const verified = () =>
    receiver.got.map(({ body, headers }) => verifier.verify(body, headers as Record<string, string>) as Json);

  const first = await register(1);
  await until(() => receiver.got.length === 1);
  expect(verified()).toMatchObject([{ type: 'customer.registered', subject: first, sequence: 1 }]);

  // It fails once; five seconds later it is tried again, under the same id.
  answer = (response) => void response.writeHead(503).end();
  const second = await register(2);
  await until(() => receiver.got.length === 2);
  answer = (response) => void response.writeHead(204).end();
  await until(() => receiver.got.length === 3);
  expect(verified().map(({ subject }) => subject)).toEqual([first, second, second]);
  expect(receiver.got[2]?.headers['webhook-id']).toBe(receiver.got[1]?.headers['webhook-id']);
  const deliveries = `/webhook-endpoints/${String(made['endpointId'])}/deliveries`;
  await until(async () => {
    const { items } = (await ask('GET', `${deliveries}?status=delivered`)) as { items: Json[] };
    return items.length === 2;
  });
  const { items } = (await ask('GET', deliveries)) as { items: { attempts: Json[] }[] };
  expect(items[0]?.attempts).toMatchObject([{ status: 503 }, { status: 204 }]);

  await bindery.idle();
  const window = { from: '2020-01-01T00:00:00Z', to: '2090-01-01T00:00:00Z' };
  await ask('POST', `/webhook-endpoints/${String(made['endpointId'])}/replay`, window);
  await until(() => receiver.got.length === 5);
  expect(new Set(verified().map(({ id }) => id)).size).toBe(2);
  await receiver.close();
}, 60_000);

it('is received by the example of the docs, which knows a forgery', async () => {
  const made = await ask('POST', '/webhook-endpoints', {
    url: 'http://localhost:1/unused',
    types: ['customer.registered'],
  });
  const example = spawn(process.execPath, [join(root, 'examples', 'webhooks', 'receive.mjs')], {
    env: { ...process.env, WEBHOOK_SECRET: String(made['secret']), PORT: '0' },
  });
  const lines: string[] = [];
  example.stdout.on('data', (text) => lines.push(...String(text).trim().split('\n')));
  try {
    await until(() => lines.length === 1);
    const url = `http://localhost:${lines[0]?.split(' ')[1]}/hooks`;
    await ask('POST', `/webhook-endpoints/${String(made['endpointId'])}/changes`, { url });
    const customerId = await register(3);
    await until(() => lines.length === 2);
    expect(lines[1]).toBe(`customer.registered ${customerId} 1`);
    const headers = {
      'webhook-id': 'x',
      'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
      'webhook-signature': 'v1,x',
    };
    expect((await fetch(url, { method: 'POST', body: '{}', headers })).status).toBe(400);
  } finally {
    example.kill();
  }
}, 60_000);

it('puts events on a bus of the partner’s, which is a file here', async () => {
  const eventBusArn = 'arn:aws:events:eu-central-1:111122223333:event-bus/insurance';
  await ask('POST', '/webhook-endpoints', { eventBusArn, types: ['customer.registered'] });
  const customerId = await register(4);
  const file = join(folder, 'partner-buses', `${eventBusArn.replace(/[^\w.-]/g, '_')}.jsonl`);
  await until(async () => (await readFile(file, 'utf8').catch(() => '')).includes(customerId));
});
