import { describe, expect, it } from 'vitest';
import { endpoint as listAlerts } from '../../../functions/alerts/list-alerts.ts';
import { subscriber } from '../../../functions/alerts/raise-alerts.ts';
import { endpoint as webhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { anEvent, openAlerts, raiseFor } from '../../support/alerts.ts';
import { deliver } from '../../support/deliver.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aWorld } from '../../support/world.ts';

describe('raiseAlerts', () => {
  it('raises an orange alert when a payment comes that nobody can book', async () => {
    const world = await aWorld([listAlerts, webhook], { services: { providerWebhooks: trustingWebhooks } });
    const bus = deliver(world, [subscriber]);
    await deliverWebhook(world, paymentEvent({ amount: 432, offerId: 'off_00000000000000000000000000' }));
    await bus.untilQuiet();
    expect(await openAlerts(world)).toMatchObject([
      { severity: 'orange', cause: 'unmatched-money', status: 'raised', facts: { amount: 432 } },
    ]);
  });

  it('raises nothing twice when the same event is delivered again', async () => {
    const world = await aWorld([listAlerts]);
    await raiseFor(world, anEvent());
    const items = world.engine.items();
    world.time.now = '2026-11-24T08:00:00.000Z';
    await raiseFor(world, anEvent());
    expect(world.engine.items()).toEqual(items);
  });

  it('raises a new alert when the same thing happens anew', async () => {
    const world = await aWorld([listAlerts]);
    await raiseFor(world, anEvent());
    await raiseFor(world, anEvent({ id: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b.2.1' }));
    expect(await openAlerts(world)).toHaveLength(2);
  });

  it('leaves harmless events alone', async () => {
    const world = await aWorld([listAlerts]);
    const items = world.engine.items().length;
    const data = { policyId: 'pol_1', claimId: 'clm_1', reserve: 100_000, currency: 'CNY', at: '' };
    await raiseFor(world, anEvent({ type: 'claim.registered', data }));
    expect(world.engine.items()).toHaveLength(items);
  });
});
