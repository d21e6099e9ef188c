import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { servedAt } from '../../../functions/_kit/contract.ts';
import { createClient } from '../../../local/demo/client.ts';
import { loadEntries } from '../../../local/entries.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { hiddenId } from './raw/bodies.ts';
import { kinds, type RawRequest, rawRequest } from './raw/draw.ts';
import { exchange, type Said } from './raw/exchange.ts';

const seed = 1;
const requests = 1_500;
const atOnce = 40;

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-raw-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

type Heard = { readonly number: number; readonly asked: RawRequest; readonly said: Said };

/** Sends every request on a connection of its own, so many at once. */
const sendAll = async (): Promise<readonly Heard[]> => {
  const { endpoints } = await loadEntries();
  const routes = endpoints.map(({ contract }) => ({ method: contract.method, path: servedAt(contract) }));
  const port = Number(new URL(bindery.url).port);
  const heard: Heard[] = [];
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < requests) {
      const number = next;
      next += 1;
      const asked = rawRequest(seed, number, routes);
      heard.push({ number, asked, said: await exchange(port, asked.bytes) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return heard;
};

describe('bytes on a socket', () => {
  it(`are answered or closed, whatever they are: ${requests} requests, ${kinds} kinds of damage`, async () => {
    const heard = await sendAll();
    const story = ({ number, asked, said }: Heard) =>
      `${number} (${asked.says}): ${said.hung ? 'hung' : said.text.slice(0, 200)}`;
    expect(heard.filter(({ said }) => said.hung).map(story)).toEqual([]);
    expect(heard.filter(({ said }) => said.statuses.some((status) => status >= 500)).map(story)).toEqual([]);
    // Nothing that was hidden in another request is ever answered.
    const shown = heard.filter(({ said }) => said.text.includes(hiddenId));
    expect(shown.filter(({ asked }) => !asked.open).map(story)).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
    const bad = /node_modules|\bat .*\.ts:\d|Error:/;
    expect(heard.filter(({ said }) => bad.test(said.text)).map(story)).toEqual([]);
    expect(heard.filter(({ said }) => said.statuses.length > 0).length).toBeGreaterThan(requests / 2);
  }, 120_000);

  it('leave the platform alive, and no bug in its log', async () => {
    const answer = await createClient(bindery.url, bindery.credentials).get('partner', '/products');
    expect(answer.status).toBe(200);
    // Lines are written in the order of what happened: once this request's is there, all before it are.
    const log = await vi.waitFor(async () => {
      const text = await readFile(join(folder, 'log.jsonl'), 'utf8');
      expect(text).toContain(answer.headers.get('x-request-id'));
      return text;
    });
    expect(log.split('\n').filter((line) => line.includes('"bug"'))).toEqual([]);
  });
});
