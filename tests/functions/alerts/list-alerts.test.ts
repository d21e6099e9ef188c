import { describe, expect, it } from 'vitest';
import { endpoint as closeAlert } from '../../../functions/alerts/close-alert.ts';
import { endpoint } from '../../../functions/alerts/list-alerts.ts';
import { anEvent, openAlerts, operator, raiseFor } from '../../support/alerts.ts';
import { aWorld } from '../../support/world.ts';

const raiseThree = async () => {
  const world = await aWorld([endpoint, closeAlert]);
  for (const n of [1, 2, 3]) {
    world.time.now = `2026-11-23T08:0${n}:00.000Z`;
    await raiseFor(world, anEvent({ id: `unm_01jd8x2k7v5m3q9w4t6y8r0z1b.${n}.1` }));
  }
  return world;
};

describe('listAlerts', () => {
  it('shows what has waited longest first, in pages', async () => {
    const world = await raiseThree();
    const first = await world.call('listAlerts', { as: operator, query: { limit: '2' } });
    const { items, next } = first.body as { items: { raisedAt: string }[]; next: string };
    expect(items.map(({ raisedAt }) => raisedAt)).toEqual(['2026-11-23T08:01:00.000Z', '2026-11-23T08:02:00.000Z']);
    const second = await world.call('listAlerts', { as: operator, query: { limit: '2', cursor: next } });
    expect(second.body).toMatchObject({ items: [{ raisedAt: '2026-11-23T08:03:00.000Z' }] });
  });

  it('drops an alert once it is closed', async () => {
    const world = await raiseThree();
    const [first] = await openAlerts(world);
    const params = { alertId: first?.alertId ?? '' };
    await world.call('closeAlert', { as: operator, params, body: { resolution: 'A test.' } });
    expect(await openAlerts(world)).toHaveLength(2);
  });

  it('shows a tenant nothing of another', async () => {
    expect(await openAlerts(await raiseThree(), 'shop-b')).toEqual([]);
  });

  it.each([
    ['a partner', { kind: 'partner', roles: ['operator'] }],
    ['a person without a role', { kind: 'person', roles: [] }],
  ] as const)('is closed to %s', async (_who, as) => {
    const world = await aWorld([endpoint]);
    expect((await world.call('listAlerts', { as })).status).toBe(403);
  });

  it('is narrowed by status and by time, and finds those that are closed', async () => {
    const world = await raiseThree();
    const [first] = await openAlerts(world);
    const params = { alertId: first?.alertId ?? '' };
    await world.call('closeAlert', { as: operator, params, body: { resolution: 'A test.' } });
    const raised = async (query: Readonly<Record<string, string>>) => {
      const { body } = await world.call('listAlerts', { as: operator, query });
      return (body as { items: { raisedAt: string }[] }).items.map(({ raisedAt }) => raisedAt.slice(11, 16));
    };
    expect(await raised({ status: 'closed' })).toEqual(['08:01']);
    expect(await raised({ status: 'raised' })).toEqual(['08:02', '08:03']);
    expect(await raised({ status: 'acknowledged' })).toEqual([]);
    expect(await raised({ createdFrom: '2026-11-23T08:03:00Z' })).toEqual(['08:03']);
    expect(await raised({ status: 'closed', createdTo: '2026-11-23T08:01:00Z' })).toEqual([]);
  });
});
