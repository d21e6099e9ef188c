import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { at, type Client, createClient, textAt } from '../../local/demo/client.ts';
import { aReceiver } from '../functions/_adapters/webhooks/receiver.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';
import { bindFirst } from '../support/first-policy.ts';

let folder = '';
let bindery: Bindery;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-correlation-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
  client = createClient(bindery.url, bindery.credentials);
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

type Line = Readonly<Record<string, unknown>>;
const linesOf = async (requestId: string): Promise<readonly Line[]> => {
  const text = await readFile(join(folder, 'log.jsonl'), 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n')).split('\n');
  return whole.map((line): Line => JSON.parse(line)).filter((line) => line['requestId'] === requestId);
};

it('one request is followed by its id from the answer through the record to the last subscriber', async () => {
  const receiver = await aReceiver((response) => void response.writeHead(204).end());
  await client.post('partner', '/webhook-endpoints', { body: { url: receiver.url, types: ['policy.bound'] } });
  const { bound } = await bindFirst(client);
  const requestId = bound.headers.get('x-request-id') ?? '';
  expect(requestId).toMatch(/^req_/);
  await bindery.idle();

  const policyId = textAt(bound.body, 'policyId');
  const history = await client.get('partner', `/history/${policyId}`);
  expect(at(history.body, 'items.0')).toMatchObject({ operation: 'bindPolicy', requestId });
  expect(receiver.got).toHaveLength(1);
  await receiver.close();

  // Lines are gathered for a moment before they are written. What the subscribers recorded themselves goes on under
  // the same id.
  const outcomes = ['bindPolicy ok', 'bindPolicy recorded', 'deliverWebhooks ok'];
  const lines = await vi.waitFor(async () => {
    const found = await linesOf(requestId);
    const told = found.map(({ operation, outcome }) => `${operation} ${outcome}`);
    expect(told).toEqual(expect.arrayContaining([...outcomes, 'notifyCustomers ok', 'notifyCustomers recorded']));
    return found;
  });
  // The gross premium is 4.32 yuan (catalogue 5.1), measured once.
  const recorded = lines.filter(({ eventId }) => eventId === `${policyId}.1.0`);
  expect(recorded.filter(({ policies }) => policies === 1)).toMatchObject([{ premiumCNY: 432 }]);
  const ages = lines.filter(({ operation }) => operation === 'notifyCustomers').flatMap(({ ageMs }) => ageMs ?? []);
  expect(ages.length).toBeGreaterThan(0);
  for (const age of ages) expect(age).toBeLessThan(20_000);
}, 60_000);
