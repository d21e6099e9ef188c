import { parentPort, workerData } from 'node:worker_threads';
import { burst, openMost } from './burst.ts';
import { httpClient } from './http.ts';
import { tokenSource } from './token.ts';
import { type BurstWork, turnsFrom } from './turns.ts';

/** Bursts in a thread of its own, so that the shops’ clocks are not slowed down by the client that floods. */
const { url, login, basket, beganAt, seconds }: BurstWork = workerData;
const http = httpClient(openMost);
const reports = await burst({
  ...{ http, url, basket },
  token: tokenSource(http, url, login),
  turns: turnsFrom(beganAt, seconds),
  until: beganAt + seconds * 1000,
});
http.close();
parentPort?.postMessage(reports);
