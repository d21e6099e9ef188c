import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createClient } from '../../local/demo/client.ts';
import { playAll } from '../../local/demo/story.ts';
import { createTale } from '../../local/demo/tale.ts';
import { startBindery } from '../support/bindery.ts';

it('every example behaves as its file says, from quote to payout, and every history can be proved', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bindery-journey-'));
  const bindery = await startBindery({ port: 0, providerPort: 0, dataFolder, say: () => undefined, programs: [] });
  try {
    const lines: string[] = [];
    const tale = createTale({ line: (text) => void lines.push(text), colours: false });
    const client = createClient(bindery.url, bindery.credentials);
    const { sums, objects } = await playAll(client, bindery.providerUrl, tale, 'test01');
    expect(tale.differences, lines.join('\n')).toEqual([]);
    // A story that told nothing would differ in nothing.
    expect(tale.stepCount()).toBeGreaterThan(150);
    expect(sums.size).toBe(3);
    expect(objects.size).toBeGreaterThan(50);
    expect((await client.raw('/ops/dead-letters')).body).toEqual([]);
  } finally {
    await bindery.stop();
    await rm(dataFolder, { recursive: true });
  }
}, 60_000);
