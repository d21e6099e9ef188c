import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import type { TableClient } from '../../functions/_storage/client.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { readArchive } from '../../tools/verify/read-archive.ts';
import { readKeys } from '../../tools/verify/read-inputs.ts';
import { startEngine } from '../engine/choose.ts';
import { plainError } from '../plain-error.ts';
import { type Book as ProviderBook, providerBook } from '../provider/book.ts';
import { readTable, type TableRead } from '../restore/read-table.ts';
import { takeDataFolder } from '../seed/data-folder.ts';
import type { Acknowledged } from './acknowledged.ts';
import { type Asking, untilAnswered } from './ask.ts';
import type { Chance } from './chance.ts';
import type { Replay } from './checks/check-replays.ts';

const idleMsMax = 600_000;
const replaysMax = 500;

/** What lies in the data folder once the platform has stopped. */
export type LeftBehind = {
  readonly table: TableRead;
  readonly archive: ReadonlyMap<string, string>;
  readonly provider: ProviderBook;
  readonly jwks: JSONWebKeySet;
};

const jsonAt = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** Waits until no event and no webhook is on its way any more; says how long that took. */
export const untilIdle = async (url: string): Promise<number> => {
  const started = performance.now();
  while (Object(await jsonAt(`${url}/ops/idle`)).idle !== true) {
    if (performance.now() - started > idleMsMax)
      throw plainError('The platform did not come to rest within ten minutes after the load.');
    await wait(100);
  }
  return performance.now() - started;
};

export const deadLettersAt = async (url: string): Promise<readonly unknown[]> => {
  const letters = await jsonAt(`${url}/ops/dead-letters`);
  return Array.isArray(letters) ? letters : [];
};

const sampleOf = (acknowledged: readonly Acknowledged[], chance: Chance): readonly Acknowledged[] => {
  const commands = acknowledged.filter(({ requestId }) => requestId.startsWith('load_'));
  if (commands.length <= replaysMax) return commands;
  return Array.from({ length: replaysMax }, () => chance.pick(commands));
};

/** Asks a sample of commands once more, each under its own key, as a shop does that has lost the answer. */
export const askAgain = async (asking: Asking, acknowledged: readonly Acknowledged[]): Promise<readonly Replay[]> => {
  const replays: Replay[] = [];
  for (const first of sampleOf(acknowledged, asking.chance)) {
    const headers = {
      authorization: `Bearer ${await asking.token.take()}`,
      'idempotency-key': first.key,
      'content-type': 'application/json',
    };
    const sent = { url: `${asking.url}/v1${first.path}`, method: 'POST', headers, body: first.body } as const;
    const again = await untilAnswered(asking, 'asked again', async () => sent);
    if (again !== undefined) replays.push({ first, again });
  }
  return replays;
};

const tableIn = async (folder: string): Promise<TableRead> => {
  const engine = await startEngine({
    definition: tableDefinition,
    dataFolder: join(folder, 'engine'),
    log: () => undefined,
    endpoint: '',
  });
  try {
    return await readTable(engine.client as TableClient);
  } finally {
    await engine.stop();
  }
};

/** Reads everything that a platform has left behind in its folder. */
export const leftBehindIn = async (folder: string): Promise<LeftBehind> => {
  const letGo = await takeDataFolder(folder);
  try {
    const provider = await providerBook(folder);
    await provider.close();
    return {
      table: await tableIn(folder),
      archive: await readArchive(join(folder, 'archive')),
      provider: provider.book,
      jwks: await readKeys(join(folder, 'keys', 'signing.json')),
    };
  } finally {
    await letGo();
  }
};
