import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smoke } from '../../../local/smoke/smoke.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';

let folder: string;
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-smoke-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

/** A port at which nobody listens: it was free a moment ago. */
const closedPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

const heard: string[] = [];
const trial = (url: string, eventMsMax = 20_000) =>
  smoke({ url, run: randomUUID(), eventMsMax, say: (line) => void heard.push(line) });

describe('the smoke test after a deployment', () => {
  it('sells a policy in a sandbox of its own and follows its event to the feed', async () => {
    expect(await trial(bindery.url)).toBeUndefined();
    expect(heard.map((line) => line.split(' ')[0])).toEqual(['healthy', 'quoted', 'bound', 'told', 'guarded']);
  });
  it('can be run again, for it is another sandbox each time', async () => {
    expect(await trial(bindery.url)).toBeUndefined();
  });
  it('says what is wrong when events do not leave the table', async () => {
    const { bus } = bindery;
    const { publish } = bus;
    const held: Parameters<typeof publish>[0][] = [];
    Object.assign(bus, { publish: (events: Parameters<typeof publish>[0]) => void held.push(events) });
    try {
      expect(await trial(bindery.url, 1_000)).toMatch(
        /^no event of pol_\w+ came within 1 seconds: look at the outbox\.$/,
      );
    } finally {
      Object.assign(bus, { publish });
      for (const events of held) publish(events);
    }
  });
  it('says so when nothing answers, and why', async () => {
    const port = await closedPort();
    expect(await trial(`http://127.0.0.1:${port}`)).toBe(`fetch failed (connect ECONNREFUSED 127.0.0.1:${port}).`);
  });
});
