import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { basketOf } from '../demo/basket.ts';
import { loadOrders } from '../demo/orders.ts';
import { Login, loginFile } from '../seed/credentials.ts';
import type { BurstReport } from './burst.ts';
import type { Driving } from './drive.ts';
import { countedTwice, type StatisticsReport, statistics } from './statistics.ts';
import { type BurstWork, turnsFrom } from './turns.ts';

/** The tenant that asks too often. It sells nothing, so it leaves nothing to audit. */
export const busyTenant = 'busy-shop';

/** So many visits a second at most make the shops, so that they stay within their own limits on the fastest machine. */
const restMs = 100;

export type BurstRun = {
  readonly reports: readonly BurstReport[];
  /** How the shops were answered between the bursts, and in them. */
  readonly calm: StatisticsReport;
  readonly burst: StatisticsReport;
};

const inThread = (work: BurstWork): Promise<readonly BurstReport[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('burst-worker.ts', import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const workFor = async ({ url, until }: Driving, folder: string, seconds: number): Promise<BurstWork> => {
  const [order] = (await loadOrders()).filter(({ insure }) => insure.length === 1 && insure[0] === 'return-freight');
  if (order === undefined) throw new Error('There is an order with return freight among the examples.');
  const login = Login.parse(JSON.parse(await readFile(loginFile(folder, busyTenant), 'utf8')));
  return { url, login, seconds, beganAt: until - seconds * 1000, basket: basketOf(order, new Date().toISOString()) };
};

/** Lets another tenant burst beside the shops, and counts their answers by what it did when they asked. */
export const beside = async <D extends Driving>(driving: D, folder: string, seconds: number) => {
  const work = await workFor(driving, folder, seconds);
  const { phaseAt } = turnsFrom(work.beganAt, seconds);
  const phases = { calm: statistics(), burst: statistics(), 'warm-up': undefined };
  return {
    asking: {
      ...driving,
      restMs,
      statistics: countedTwice(driving.statistics, (askedAt) => phases[phaseAt(askedAt)]),
    },
    run: async (): Promise<BurstRun> => {
      const reports = await inThread(work);
      return { reports, calm: phases.calm.report(seconds), burst: phases.burst.report(seconds) };
    },
  };
};
