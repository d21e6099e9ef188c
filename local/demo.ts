import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from './demo/client.ts';
import { playAll } from './demo/story.ts';
import { costTable, moneyTable } from './demo/tables.ts';
import { createTale } from './demo/tale.ts';
import { endWith, plainError } from './plain-error.ts';
import { Credentials } from './seed/credentials.ts';
import { dataFolder, localUrl } from './settings.ts';
import { startBindery } from './start.ts';

/** A platform to play on: one that runs already, or one of our own that leaves nothing behind. */
type Ground = {
  readonly url: string;
  readonly credentials: Credentials;
  readonly about: string;
  readonly leave: () => Promise<void>;
};

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );

const knownCredentials = async (): Promise<Credentials> => {
  const path = process.env['BINDERY_CREDENTIALS'] || join(dataFolder(), 'credentials.json');
  try {
    return Credentials.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw plainError(
      `A platform runs, but there are no credentials in ${path}: give the demo the BINDERY_DATA of that platform, ` +
        'or stop it and run the demo alone.',
      cause,
    );
  }
};

const ownGround = async (): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-demo-'));
  const started = performance.now();
  const remove = () => rm(folder, { recursive: true, force: true });
  const own = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined }).catch(
    async (thrown: unknown) => {
      await remove();
      throw thrown;
    },
  );
  const about = `of its own, on the ${own.engine} engine, started in ${Math.round(performance.now() - started)} ms`;
  const leave = async (): Promise<void> => {
    await own.stop();
    await remove();
  };
  return { url: own.url, credentials: own.credentials, about, leave };
};

const ground = async (): Promise<Ground> => {
  const given = process.env['BINDERY_URL'];
  const url = (given || localUrl()).replace(/\/$/, '');
  if (await answers(url))
    return { url, credentials: await knownCredentials(), about: 'that runs already', leave: async () => undefined };
  if (given)
    throw plainError(`Nothing answers at ${url}: start it, or unset BINDERY_URL to let the demo start its own.`);
  return ownGround();
};

const play = async ({ url, credentials, about }: Ground): Promise<boolean> => {
  const started = performance.now();
  const line = (text: string): void => console.log(text);
  const tale = createTale({ line, colours: process.stdout.isTTY === true && !process.env['NO_COLOR'] });
  line(`Bindery's demo, on a platform ${about}: ${url}`);
  const client = createClient(url, credentials);
  const sandbox = Object((await client.raw('/sandbox')).body);
  const tally = await playAll(client, String(sandbox.provider), tale, randomBytes(3).toString('hex'));
  const operations = (await client.raw('/ops/operations')).body as Parameters<typeof costTable>[0];
  line(['', ...moneyTable(tally), '', ...costTable(operations), ''].join('\n'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { differences } = tale;
  if (differences.length === 0) line(`${tale.stepCount()} steps in ${seconds} s, and everything is as it must be.`);
  else
    line(
      [`${differences.length} steps differ:`, ...differences.map(({ step, what }) => `  ${step}: ${what}`)].join('\n'),
    );
  return differences.length === 0;
};

const main = async (): Promise<void> => {
  // A reader like `head` may have seen enough; the story still ends in order.
  process.stdout.on('error', () => undefined);
  const platform = await ground();
  process.once('SIGINT', () => void platform.leave().finally(() => process.exit(130)));
  try {
    if (!(await play(platform))) process.exitCode = 1;
  } finally {
    await platform.leave();
  }
};

main().catch(endWith);
