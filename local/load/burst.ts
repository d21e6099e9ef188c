import { setTimeout as wait } from 'node:timers/promises';
import { limitOf } from '../../functions/_kit/limits.ts';
import { policies } from '../../functions/policies/contract.ts';
import { quoting } from '../../functions/quoting/contract.ts';
import type { Line } from '../demo/basket.ts';
import type { HttpClient, Reply, Sent } from './http.ts';
import type { Turns } from './turns.ts';

/** How many times as often as its limit allows the tenant asks. */
export const timesTheLimit = 10;
const tickMs = 5;
/** As many connections as it has; where the platform is slower, it asks less often. */
export const openMost = 32;

export type Bursting = {
  readonly http: HttpClient;
  readonly url: string;
  readonly token: { readonly take: () => Promise<string> };
  readonly turns: Turns;
  readonly until: number;
  readonly basket: readonly Line[];
};

type Operation = { readonly id: string; readonly perSecond: number; readonly burst: number; readonly sent: Sent };
/** What the tenant asked of one operation, and what it was answered. */
export type BurstReport = Pick<Operation, 'id' | 'perSecond' | 'burst'> & {
  readonly asked: number;
  readonly bursts: number;
  /** For how long it asked, all bursts together. */
  readonly seconds: number;
  readonly statuses: ReadonlyMap<string, number>;
  /** Refusals for a limit that do not say when to come again. */
  readonly withoutRetryAfter: number;
};

const operationsOf = ({ url, basket }: Bursting): readonly Operation[] => {
  const { createQuote } = quoting.endpoints;
  const { listPolicies } = policies.endpoints;
  const body = JSON.stringify({ items: basket.map(({ item }) => item) });
  return [
    {
      ...{ id: createQuote.id, ...limitOf(createQuote) },
      sent: { url: `${url}/v1/quotes`, method: 'POST', headers: { 'content-type': 'application/json' }, body },
    },
    { id: listPolicies.id, ...limitOf(listPolicies), sent: { url: `${url}/v1/policies?limit=10`, method: 'GET' } },
  ];
};

const says = ({ retryAfter = '' }: Reply): boolean => /^[1-9]\d*$/.test(retryAfter);

type Mine = (now: number) => boolean;

/** Asks for one operation at its pace, whatever is answered, in the bursts that are its own. */
const flood = async (bursting: Bursting, { sent, ...operation }: Operation, isMine: Mine): Promise<BurstReport> => {
  const { http, token, until } = bursting;
  const statuses = new Map<string, number>();
  const open = new Set<Promise<void>>();
  let [asked, bursts, withoutRetryAfter, burstMs, due, last] = [0, 0, 0, 0, 0, Date.now()];
  let isBurst = false;

  const ask = async (): Promise<void> => {
    const headers = { ...sent.headers, authorization: `Bearer ${await token.take()}` };
    const reply = await http.send({ ...sent, headers }).catch(() => undefined);
    const status = reply === undefined ? 'no answer' : String(reply.status);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (reply?.status === 429 && !says(reply)) withoutRetryAfter += 1;
  };

  for (let now = last; now < until; now = Date.now()) {
    const wasBurst = isBurst;
    isBurst = isMine(now);
    if (isBurst && !wasBurst) bursts += 1;
    if (isBurst) {
      burstMs += now - last;
      due = Math.min(openMost, due + ((now - last) * operation.perSecond * timesTheLimit) / 1000);
      for (; due >= 1 && open.size < openMost; due -= 1) {
        asked += 1;
        const one = ask().finally(() => open.delete(one));
        open.add(one);
      }
    }
    last = now;
    await wait(tickMs);
  }
  await Promise.all(open);
  return { ...operation, asked, bursts, seconds: burstMs / 1000, statuses, withoutRetryAfter };
};

/** One tenant whose loop has gone wrong: burst by burst it asks ten times as often as it may, and never listens. */
export const burst = (bursting: Bursting): Promise<readonly BurstReport[]> => {
  const { phaseAt, burstAt } = bursting.turns;
  const operations = operationsOf(bursting);
  const turnOf = (at: number) => (now: number) => phaseAt(now) === 'burst' && burstAt(now) % operations.length === at;
  return Promise.all(operations.map((operation, at) => flood(bursting, operation, turnOf(at))));
};
