import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/alerts/close-alert.ts';
import { endpoint as listAlerts } from '../../../functions/alerts/list-alerts.ts';
import { anEvent, openAlerts, operator, raiseFor } from '../../support/alerts.ts';
import { aWorld } from '../../support/world.ts';

const body = { resolution: 'Applied to the right policy.' };

const anOpenAlert = async () => {
  const world = await aWorld([endpoint, listAlerts]);
  await raiseFor(world, anEvent());
  const [alert] = await openAlerts(world);
  return { world, params: { alertId: alert?.alertId ?? '' } };
};

describe('closeAlert', () => {
  it('keeps how it was resolved and takes the alert out of the queue', async () => {
    const { world, params } = await anOpenAlert();
    const answer = await world.call('closeAlert', { as: operator, params, body });
    expect(answer.body).toMatchObject({ status: 'closed', closed: { by: 'person-1', ...body } });
    expect(await openAlerts(world)).toEqual([]);
  });

  it('refuses to close it again under another key, and answers the same key as before', async () => {
    const { world, params } = await anOpenAlert();
    const first = await world.call('closeAlert', { as: operator, params, body, key: 'close-0001' });
    const again = await world.call('closeAlert', { as: operator, params, body, key: 'close-0001' });
    const other = await world.call('closeAlert', { as: operator, params, body, key: 'close-0002' });
    expect(again.text).toBe(first.text);
    expect([other.status, other.body]).toMatchObject([409, { code: 'alert-state-refuses' }]);
  });

  it('does not raise a closed alert anew when its event comes again', async () => {
    const { world, params } = await anOpenAlert();
    await world.call('closeAlert', { as: operator, params, body });
    await raiseFor(world, anEvent());
    expect(await openAlerts(world)).toEqual([]);
  });

  it('knows no alert of another tenant', async () => {
    const { world, params } = await anOpenAlert();
    const answer = await world.call('closeAlert', { as: operator, tenant: 'shop-b', params, body });
    expect(answer.status).toBe(404);
  });
});
