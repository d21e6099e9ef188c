import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstBasket } from '../../local/first-curl.ts';
import { httpClient } from '../../local/load/http.ts';
import { tokenSource } from '../../local/load/token.ts';
import { Credentials } from '../../local/seed/credentials.ts';
import { ask } from '../http/rounds.ts';
import { serve } from '../http/serve.ts';
import { median } from '../measure/statistics.ts';
import type { Row } from '../suite.ts';

/** One start: seconds by the wall clock since the process began, and its processor time until its first quote. */
type Started = { readonly serves: number; readonly quotes: number; readonly cpu: number };

const startOnce = async (folder: string, environment: NodeJS.ProcessEnv): Promise<Started> => {
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const served = await serve('../../local/main.ts', { BINDERY_DATA: folder, ...environment });
  const serves = since();
  const client = httpClient(1);
  try {
    const credentials = Credentials.parse(JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')));
    const token = await tokenSource(client, served.url, credentials.partner).take();
    const { status } = await ask(client, served.url, token, JSON.stringify(firstBasket));
    if (status !== 200) throw new Error(`The first quote was answered ${status}.`);
    return { serves, quotes: since(), cpu: (await served.cpuUs()) / 1_000_000 };
  } finally {
    client.close();
    await served.stop();
  }
};

const rowOf = (what: string, all: readonly Started[]): Row => ({
  what,
  figures: {
    'serves, s (wall)': median(all.map(({ serves }) => serves)),
    'first quote, s (wall)': median(all.map(({ quotes }) => quotes)),
    'CPU s of the platform': median(all.map(({ cpu }) => cpu)),
  },
});

/** Starts the program of `npm start`: over new folders, over a folder with data, and with what Node kept of before. */
export const starts = async (times: number): Promise<readonly Row[]> => {
  const root = await mkdtemp(join(tmpdir(), 'bindery-bench-start-'));
  const cache = { NODE_COMPILE_CACHE: join(root, 'cache') };
  const first: Started[] = [];
  const again: Started[] = [];
  const kept: Started[] = [];
  try {
    // Leaves behind what Node keeps; not counted.
    await startOnce(join(root, 'warming'), cache);
    for (let at = 0; at < times; at += 1) {
      first.push(await startOnce(join(root, String(at)), {}));
      again.push(await startOnce(join(root, String(at)), {}));
      kept.push(await startOnce(join(root, String(at)), cache));
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return [
    rowOf('first start: new data folder, nothing kept by Node', first),
    rowOf('second start, same folder, nothing kept by Node', again),
    rowOf('second start as npm start does it, with what Node kept', kept),
  ];
};
