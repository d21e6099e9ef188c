import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/alerts/get-alert.ts';
import { endpoint as listAlerts } from '../../../functions/alerts/list-alerts.ts';
import { anEvent, openAlerts, operator, raiseFor } from '../../support/alerts.ts';
import { aWorld } from '../../support/world.ts';

describe('getAlert', () => {
  it('shows an alert with its facts', async () => {
    const world = await aWorld([endpoint, listAlerts]);
    await raiseFor(world, anEvent());
    const [alert] = await openAlerts(world);
    const answer = await world.call('getAlert', { as: operator, params: { alertId: alert?.alertId ?? '' } });
    expect(answer.body).toEqual(alert);
  });

  it('answers for the alert of another tenant exactly as for one that does not exist', async () => {
    const world = await aWorld([endpoint, listAlerts]);
    await raiseFor(world, anEvent());
    const [alert] = await openAlerts(world);
    const headers = { 'x-request-id': 'request-1' };
    const asked = { as: operator, tenant: 'shop-b', headers };
    const foreign = await world.call('getAlert', { ...asked, params: { alertId: alert?.alertId ?? '' } });
    const missing = await world.call('getAlert', { ...asked, params: { alertId: `alr_${'0'.repeat(26)}` } });
    expect(foreign.status).toBe(404);
    expect(foreign.text.replaceAll(alert?.alertId ?? '', '')).toBe(
      missing.text.replaceAll(`alr_${'0'.repeat(26)}`, ''),
    );
  });
});
