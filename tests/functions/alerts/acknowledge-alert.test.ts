import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/alerts/acknowledge-alert.ts';
import { endpoint as listAlerts } from '../../../functions/alerts/list-alerts.ts';
import { anEvent, openAlerts, operator, raiseFor } from '../../support/alerts.ts';
import { aWorld } from '../../support/world.ts';

const anOpenAlert = async () => {
  const world = await aWorld([endpoint, listAlerts]);
  await raiseFor(world, anEvent());
  const [alert] = await openAlerts(world);
  return { world, params: { alertId: alert?.alertId ?? '' } };
};

describe('acknowledgeAlert', () => {
  it('puts the name of the person on the alert and keeps it in the queue', async () => {
    const { world, params } = await anOpenAlert();
    const answer = await world.call('acknowledgeAlert', { as: operator, params });
    expect(answer.body).toMatchObject({ status: 'acknowledged', acknowledged: { by: 'person-1', at: world.time.now } });
    expect(await openAlerts(world)).toMatchObject([{ status: 'acknowledged' }]);
  });

  it('refuses a second person', async () => {
    const { world, params } = await anOpenAlert();
    await world.call('acknowledgeAlert', { as: operator, params });
    const answer = await world.call('acknowledgeAlert', { as: { ...operator, id: 'person-2' }, params });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'alert-state-refuses' }]);
  });

  it('knows no alert of another tenant', async () => {
    const { world, params } = await anOpenAlert();
    const answer = await world.call('acknowledgeAlert', { as: operator, tenant: 'shop-b', params });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'alert-not-found' }]);
  });

  it('is closed to a claims handler, who only watches', async () => {
    const { world, params } = await anOpenAlert();
    const as = { ...operator, roles: ['claims_handler'] };
    expect((await world.call('acknowledgeAlert', { as, params })).status).toBe(403);
  });
});
