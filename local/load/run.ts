import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../tools/verify/finding.ts';
import { freePort } from '../engine/server-process.ts';
import { plainError } from '../plain-error.ts';
import { Credentials } from '../seed/credentials.ts';
import { answerBook } from './acknowledged.ts';
import { askAgain, deadLettersAt, leftBehindIn, untilIdle } from './aftermath.ts';
import type { Asking } from './ask.ts';
import { audit } from './audit.ts';
import { type BurstRun, beside, busyTenant } from './beside.ts';
import { chanceOf } from './chance.ts';
import { checkBurst, checkNeighbour } from './checks/check-burst.ts';
import { checkDeadLetters, checkErrors, checkKills, mustLook } from './checks/check-run.ts';
import { drive } from './drive.ts';
import { type HeedReply, httpClient } from './http.ts';
import { keepKilling } from './killer.ts';
import { type Place, type ProcessorMs, type Server, startServer } from './server.ts';
import type { LoadWish } from './settings.ts';
import { type StatisticsReport, statistics } from './statistics.ts';
import { tokenSource } from './token.ts';

const limitsLifted = 100;

/** How long after the end a shop still waits for its last answers. */
const patienceMs = 60_000;

export type LoadRun = {
  readonly seconds: number;
  readonly visits: number;
  readonly traffic: StatisticsReport;
  /** How long each start over the same data took after a kill. */
  readonly startMs: readonly number[];
  readonly idleMs: number;
  /** Processor time from the first request until all that followed was done; not told of a platform that was killed. */
  readonly processorMs?: ProcessorMs | undefined;
  readonly results: readonly Result[];
  /** What became of the tenant that asked too often, and of the shops beside it. */
  readonly burst?: BurstRun;
};

type Heeding = LoadWish & { readonly heed?: HeedReply | undefined };

const askingOf = async (server: Server, folder: string, wish: Heeding, until: number) => {
  const http = httpClient(wish.clients * 2, wish.heed);
  const credentials = Credentials.parse(JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')));
  const { url, providerUrl } = server;
  return {
    ...{ http, url, providerUrl, until },
    token: tokenSource(http, url, credentials.partner),
    restMs: 0,
    book: answerBook(join(folder, 'answers.jsonl')),
    statistics: statistics(),
    chance: chanceOf(wish.seed, 'audit'),
    giveUpAt: () => until + patienceMs,
  };
};

/** All shops until the end, and the kills meanwhile; the last platform that was started is the one that stays. */
const storm = async (first: Server, asking: Parameters<typeof drive>[0], wish: LoadWish, place: Place) => {
  const started = performance.now();
  const spanMs = wish.seconds * 1000;
  const killing = keepKilling(first, { place, spanMs, kills: wish.kills, chance: chanceOf(wish.seed, 'kills') });
  const [visits, { server, startMs }] = await Promise.all([drive(asking, wish), killing]);
  return { visits, server, startMs, seconds: (performance.now() - started) / 1000 };
};

const spentSince = (before: ProcessorMs | undefined, now: ProcessorMs | undefined): ProcessorMs | undefined =>
  before && now && { platform: now.platform - before.platform, engine: now.engine - before.engine };

const ask = async (server: Server, asking: Asking) => {
  const idleMs = await untilIdle(server.url);
  const processorMs = server.processorMs();
  const answered = asking.statistics.report(1).statuses;
  const replays = await askAgain({ ...asking, giveUpAt: () => Date.now() + patienceMs }, asking.book.acknowledged);
  // Whatever asking again might have started has to end before the audit looks.
  await untilIdle(server.url);
  return { idleMs, processorMs, answered, replays, letters: await deadLettersAt(server.url) };
};

/** What is lost when the platform ends cannot be audited afterwards. */
const mustKeepData = async (server: Server): Promise<void> => {
  if (!server.said().includes('lost when the program ends')) return;
  await server.stop();
  throw plainError('No engine of this machine keeps data: install Java 17 or newer, then load again.');
};

/** Drives a platform of its own over a new folder, stops it, and audits what it left behind. */
export const runLoad = async (wish: LoadWish, folder: string, heed?: HeedReply): Promise<LoadRun> => {
  const place = {
    ...{ dataFolder: folder, port: await freePort(), providerPort: await freePort() },
    tenants: wish.burst ? [busyTenant] : [],
    // All shops share one credential, and without a burst it is the machine that is measured and not the limits.
    limitTimes: wish.burst ? 1 : limitsLifted,
  };
  const first = await startServer(place);
  await mustKeepData(first);
  const alone = await askingOf(first, folder, { ...wish, heed }, Date.now() + wish.seconds * 1000);
  const before = first.processorMs();
  const neighbour = wish.burst ? await beside(alone, folder, wish.seconds) : undefined;
  const asking = neighbour?.asking ?? alone;
  const { book, http } = asking;
  const [{ server, visits, startMs, seconds }, burst] = await Promise.all([
    storm(first, asking, wish, place),
    neighbour?.run(),
  ]);
  const traffic = asking.statistics.report(seconds);
  const { idleMs, processorMs: after, answered, replays, letters } = await ask(server, asking);
  await server.stop();
  http.close();
  await book.close();
  const operations = book.acknowledged.length;
  const ofTheRun = [
    ...(wish.kills > 0 ? [checkKills(wish.kills, startMs.length)] : []),
    checkErrors(answered),
    ...(burst === undefined ? [] : [checkBurst(burst.reports), checkNeighbour(answered)]),
    ...(wish.only === 'look' ? [] : [checkDeadLetters(letters, operations)]),
  ].map(mustLook);
  // Quotes read nothing and write nothing: there is nothing to audit then.
  const { acknowledged, refused } = book;
  const found =
    wish.only === 'look' ? [] : await audit({ ...(await leftBehindIn(folder)), acknowledged, refused, replays });
  const processorMs = startMs.length > 0 ? undefined : spentSince(before, after);
  const results = [...ofTheRun, ...found];
  return { seconds, visits, traffic, startMs, idleMs, processorMs, results, ...(burst && { burst }) };
};
