import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CardRow, type PayeeRow, sandboxValues } from '../../../functions/_kit/sandbox-values.ts';
import { type RunningProvider, startProvider } from '../../../local/provider/server.ts';

let folder = '';
let running: RunningProvider;
const heard: { readonly type: string; readonly status: string; readonly id: string }[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { type, data } = JSON.parse(body);
    heard.push({ type, status: data.object.status, id: data.object.id });
    response.writeHead(200).end();
  });
});
const stripe = (): Stripe =>
  new Stripe('sk_test_shop', { host: '127.0.0.1', port: running.port, protocol: 'http', maxNetworkRetries: 0 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-magic-'));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const endpoint = async () => ({ url, secret: 'whsec_endpoint' });
  running = await startProvider({ dataFolder: folder, port: 0, endpoint, knows: async () => true });
});
afterAll(async () => {
  await running.stop();
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
  await rm(folder, { recursive: true });
});

/** The last that a webhook says of a movement, once there is one. */
const toldOf = async (id: string): Promise<string> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const last = heard.findLast((one) => one.id === id);
    if (last !== undefined) return last.status;
    await wait(10);
  }
  return 'nothing';
};

const paid = async (payment_method: string): Promise<string> => {
  const { id } = await stripe().paymentIntents.create({ amount: 432, currency: 'cny' });
  return (await stripe().paymentIntents.confirm(id, { payment_method })).id;
};
const refunded = async (payment_intent: string): Promise<string> =>
  (await stripe().refunds.create({ payment_intent })).id;
const paidOut = (destination: string) => stripe().payouts.create({ amount: 432, currency: 'cny', destination });
const refusal = (promise: Promise<unknown>): Promise<unknown> => promise.catch((thrown: Error) => thrown);

const ofCard: Readonly<Record<CardRow['card'], (value: string) => Promise<void>>> = {
  good: async (value) => {
    expect(await toldOf(await refunded(await paid(value)))).toBe('succeeded');
  },
  declined: async (value) => {
    expect(await refusal(paid(value))).toMatchObject({ code: 'card_declined', statusCode: 402 });
  },
  'refund-fails': async (value) => {
    expect(await toldOf(await refunded(await paid(value)))).toBe('failed');
  },
};

const ofPayee: Readonly<Record<PayeeRow['payout'], (value: string) => Promise<void>>> = {
  paid: async (value) => {
    expect(await toldOf((await paidOut(value)).id)).toBe('paid');
  },
  'answer-lost': async (value) => {
    const before = (await stripe().payouts.list()).data.length;
    expect(await refusal(paidOut(value))).toMatchObject({ type: 'StripeConnectionError' });
    const [newest, ...others] = (await stripe().payouts.list()).data;
    expect([newest?.status, others.length]).toEqual(['paid', before]);
  },
  broken: async (value) => {
    const before = (await stripe().payouts.list()).data.length;
    expect(await refusal(paidOut(value))).toMatchObject({ statusCode: 500 });
    expect((await stripe().payouts.list()).data).toHaveLength(before);
  },
  closed: async (value) => {
    const { id, status } = await paidOut(value);
    expect([status, await toldOf(id)]).toEqual(['pending', 'failed']);
  },
};

describe('a magic value at the simulated provider', () => {
  it.each(sandboxValues.cards)('does what the reference says: $value', ({ card, value }) => ofCard[card](value));
  it.each(sandboxValues.payees)('does what the reference says: $value', ({ payout, value }) => ofPayee[payout](value));
});
