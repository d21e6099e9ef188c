import { describe, expect, it } from 'vitest';
import { dayMs } from '../crash-points/stage.ts';
import { webhookSignature } from '../crypto.ts';
import { webhookAsk } from '../generators/payments.ts';
import { tenants } from '../platform.ts';
import { prepared } from './trial.ts';

/** The provider’s own event id is the key; what is known already is answered as such, and has no second effect. */
const delivered = async () => {
  const trial = await prepared('receivePaymentWebhook');
  const first = await trial.send();
  expect([first.statusCode, JSON.parse(first.body)]).toEqual([200, { received: true, outcome: 'applied' }]);
  return { trial, effects: trial.table.effects(), all: trial.table.all() };
};

describe('a webhook that comes again', () => {
  it('has no second effect, and writes nothing', async () => {
    const { trial, all } = await delivered();
    const again = await trial.send();
    expect([again.statusCode, JSON.parse(again.body).received]).toEqual([200, true]);
    expect(trial.table.all()).toBe(all);
  });

  it('has one effect when it comes fifty times at once', async () => {
    const { effects } = await delivered();
    const trial = await prepared('receivePaymentWebhook');
    const answers = await trial.atOnce(50);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(trial.table.effects()).toEqual(effects);
  });

  it('has no second effect where another event tells of the same payment', async () => {
    const { trial, effects } = await delivered();
    const { provider } = trial.stage.simulation;
    provider.tellAgain();
    const [told, again] = [provider.webhooks.at(-2), provider.webhooks.at(-1)];
    if (told === undefined || again === undefined) throw new Error('The provider told of it twice.');
    expect(told.event.id).not.toBe(again.event.id);
    const answer = await trial.send({ ask: webhookAsk(again) });
    expect(JSON.parse(answer.body)).toEqual({ received: true, outcome: 'known' });
    expect(trial.table.effects()).toEqual(effects);
  });

  it('has no second effect when everything has moved on', async () => {
    const { trial } = await delivered();
    const { stage, table } = trial;
    await stage.deliverAll();
    await stage.time.pass(400 * dayMs);
    await stage.deliverAll();
    const now = table.all();
    expect((await trial.send()).statusCode).toBe(200);
    expect(table.all()).toBe(now);
  });

  it('is signed for one tenant, and means nothing to another', async () => {
    const { trial, effects } = await delivered();
    const ask = { ...trial.ask, params: { tenantId: tenants[1] } };
    const foreign = await trial.send({ ask });
    expect(foreign.statusCode).toBe(401);
    expect(trial.table.effects().filter((effect) => !effect.includes('alert.raised'))).toEqual(effects);
    const signature = webhookSignature(tenants[1], JSON.stringify(trial.ask.body));
    const proved = await trial.send({ ask, headers: { 'stripe-signature': signature } });
    expect(JSON.parse(proved.body)).toEqual({ received: true, outcome: 'unmatched' });
  });
});
