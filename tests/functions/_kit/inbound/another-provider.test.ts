import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keepUnmatched } from '../../../../domain/payments/receive-payment.ts';
import { WebhookReceipt } from '../../../../domain/payments/webhook/schema.ts';
import { pick } from '../../../../domain/shared/refusal.ts';
import { capability } from '../../../../functions/_kit/contract.ts';
import { sameSecret } from '../../../../functions/_kit/crypto.ts';
import { inbound } from '../../../../functions/_kit/inbound/inbound.ts';
import { inboundRefusals } from '../../../../functions/_kit/inbound/refusals.ts';
import { inboxOf } from '../../../support/webhooks.ts';
import { aWorld } from '../../../support/world.ts';

/** A carrier that pays us back for a lost parcel, and says so by webhooks of its own form. */
const carriers = capability('carriers', {
  endpoints: {
    receiveCarrierWebhook: {
      ...({ method: 'POST', path: '/carrier-webhooks/{tenantId}', summary: 'Receive', caller: 'provider' } as const),
      params: z.strictObject({ tenantId: z.string() }),
      rawBody: true,
      response: WebhookReceipt,
      success: 200,
      refusals: pick(inboundRefusals, 'webhook-signature-invalid', 'webhook-not-understood'),
      reads: ['alert', 'unmatched'],
      writes: ['alert', 'unmatched'],
      emits: ['alert.raised', 'unmatched.received'],
      uses: ['inbox'],
      ifBroken: 'Nobody is hurt: this carrier lives in a test.',
    },
  },
});

const endpoint = inbound(
  carriers.endpoints.receiveCarrierWebhook,
  {
    name: 'carrier',
    header: 'x-carrier-proof',
    signedAt: async (_ports, { signature }) => {
      const [time, proof = ''] = signature.split(' ');
      return sameSecret(proof, `shared ${time}`.length.toString()) ? Number(time) : undefined;
    },
    schema: z.object({ id: z.string().regex(/^car_\d+$/), type: z.string(), fen: z.int().min(1) }),
  },
  async ({ event, unit, ports, now }) => {
    const unmatchedId = ports.idFrom('unm', 'carrier', event.id);
    await unit.load({ unmatched: unmatchedId });
    const payment = { paymentId: `pi_${event.id}`, amount: event.fen, currency: 'CNY' };
    const kept = keepUnmatched(unmatchedId, 'unknown-reference', payment, now);
    return unit.commit({ unmatched: kept }, () => ({ received: true, outcome: 'unmatched' }));
  },
);

const deliver = async (world: Awaited<ReturnType<typeof aWorld>>, body: object, time: number) =>
  world.call('receiveCarrierWebhook', {
    ...{ params: { tenantId: 'shop-a' }, body: JSON.stringify(body), key: undefined },
    headers: { 'x-carrier-proof': `${time} ${`shared ${time}`.length}` },
  });
const moneyIn = ({ engine }: Awaited<ReturnType<typeof aWorld>>): number =>
  engine.items().filter(({ pk, sk }) => String(pk).includes('#UNM#') && sk === 'STATE').length;

describe('a provider that is declared', () => {
  const event = { id: 'car_1', type: 'parcel.reimbursed', fen: 1_500, weight: 'heavy' };

  it('has its time judged, its events kept and done once, and what it got wrong refused', async () => {
    const world = await aWorld([endpoint]);
    const at = Date.parse(world.time.now) / 1000;
    expect((await deliver(world, event, at - 301)).status).toBe(401);
    expect((await deliver(world, event, at)).body).toEqual({ received: true, outcome: 'unmatched' });
    expect((await deliver(world, event, at + 300)).headers['idempotent-replayed']).toBe('true');
    expect((await deliver(world, { ...event, id: 'car_2', fen: -1 }, at)).status).toBe(422);
    expect(moneyIn(world)).toBe(1);
    expect(inboxOf(world)).toMatchObject([
      { provider: 'carrier', eventId: 'car_1', type: 'parcel.reimbursed', status: 'done', processed: 2 },
      { provider: 'carrier', status: 'refused', outcome: 'webhook-not-understood' },
    ]);
  });
});
