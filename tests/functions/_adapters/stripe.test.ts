import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeProvider } from '../../../functions/_adapters/stripe.ts';
import type { Disbursement } from '../../../functions/_kit/services.ts';
import { type RunningProvider, startProvider } from '../../../local/provider/server.ts';
import { cards, troubledPayees } from '../../../local/provider/simulation.ts';

let folder = '';
let running: RunningProvider;
const apiKey = 'sk_test_sandbox';
const doorOf = (port: number) => ({ host: '127.0.0.1', port, protocol: 'http' as const });
const addressOf = (port: number) => ({ apiKey, ...doorOf(port) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-provider-'));
  const endpoint = async () => ({ url: 'http://127.0.0.1:9/closed', secret: 'whsec_x' });
  running = await startProvider({ dataFolder: folder, port: 0, endpoint, knows: async () => true });
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

let count = 0;
const payout = (change: Partial<Disbursement> = {}): Disbursement => {
  count += 1;
  return {
    kind: 'payout',
    reference: `dsb_${count}`,
    key: `dsb_${count}`,
    tenant: 'shop-a',
    policyId: 'pol_00000000000000000000000000',
    amount: 1200,
    currency: 'CNY',
    payee: 'ba_BuyersAccount1',
    ...change,
  };
};

const paidBy = async (paymentMethod: string): Promise<string> => {
  const stripe = new Stripe(apiKey, { ...doorOf(running.port), telemetry: false });
  const intent = await stripe.paymentIntents.create({ amount: 432, currency: 'cny', metadata: { offer_id: 'off_1' } });
  await stripe.paymentIntents.confirm(intent.id, { payment_method: paymentMethod });
  return intent.id;
};
const refund = (paymentId: string, change: Partial<Disbursement> = {}): Disbursement => {
  const { payee: _payee, ...rest } = payout({ kind: 'refund', amount: 432, paymentId, ...change });
  return rest;
};

describe('stripeProvider', () => {
  const provider = () => stripeProvider(addressOf(running.port));

  it('sends a payout and finds it by our reference', async () => {
    const instruction = payout();
    const sent = await provider().send(instruction);
    expect(sent).toMatchObject({ status: 'pending', providerId: expect.stringMatching(/^po_/) });
    expect(await provider().find(instruction)).toEqual({ status: 'succeeded', providerId: sent.providerId });
  });
  it('moves money once however often an instruction is sent', async () => {
    const instruction = payout();
    const answers = [await provider().send(instruction), await provider().send(instruction)];
    expect(new Set(answers.map(({ providerId }) => providerId)).size).toBe(1);
  });
  it('finds nothing that was never sent', async () => {
    expect(await provider().find(payout())).toBeUndefined();
    expect(await provider().find(refund('pi_none'))).toBeUndefined();
  });
  it('finds a payout behind a hundred newer ones', async () => {
    const old = payout();
    await provider().send(old);
    for (let at = 0; at < 101; at += 1) await provider().send(payout());
    expect(await provider().find(old)).toMatchObject({ status: 'succeeded' });
  });
  it('throws when the answer to a payout is lost, and learns by asking that it was paid', async () => {
    const instruction = payout({ payee: troubledPayees.answerLost });
    await expect(provider().send(instruction)).rejects.toThrow();
    expect(await provider().find(instruction)).toMatchObject({ status: 'succeeded' });
  });
  it('throws when the provider breaks, and finds nothing', async () => {
    const instruction = payout({ payee: troubledPayees.broken });
    await expect(provider().send(instruction)).rejects.toThrow();
    expect(await provider().find(instruction)).toBeUndefined();
  });
  it('throws when a key is used for another amount: that tells nothing of the first', async () => {
    const instruction = payout();
    await provider().send(instruction);
    await expect(provider().send({ ...instruction, amount: 1300 })).rejects.toThrow();
  });
  it('learns why a payout failed later', async () => {
    const instruction = payout({ payee: troubledPayees.closed });
    expect(await provider().send(instruction)).toMatchObject({ status: 'pending' });
    expect(await provider().find(instruction)).toMatchObject({ status: 'failed', reason: 'account_closed' });
  });
  it('pays nobody when the payee is not known any more', async () => {
    const { payee: _payee, ...instruction } = payout();
    expect(await provider().send(instruction)).toMatchObject({ status: 'failed', reason: 'payee-unknown' });
    expect(await provider().find(instruction)).toBeUndefined();
  });
  it('refunds a payment', async () => {
    const instruction = refund(await paidBy(cards.good));
    expect(await provider().send(instruction)).toMatchObject({ status: 'succeeded' });
    expect(await provider().find(instruction)).toMatchObject({ status: 'succeeded' });
  });
  it('calls a refund failed that the provider refuses', async () => {
    const paymentId = await paidBy(cards.good);
    expect(await provider().send(refund(paymentId, { amount: 433 }))).toMatchObject({ status: 'failed' });
    expect(await provider().send(refund('pi_unknown'))).toMatchObject({ status: 'failed', reason: 'resource_missing' });
  });
  it('learns why a refund failed later', async () => {
    const instruction = refund(await paidBy(cards.refundFails));
    await provider().send(instruction);
    expect(await provider().find(instruction)).toMatchObject({ reason: 'expired_or_canceled_card' });
  });
  it('throws when nothing answers at all', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    silent.closeAllConnections();
    await new Promise((closed) => silent.close(closed));
    await expect(stripeProvider(addressOf(port)).send(payout())).rejects.toThrow();
  });
});
