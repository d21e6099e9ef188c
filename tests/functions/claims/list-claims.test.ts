import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, claimIdIn, report } from './claims-world.ts';

describe('listClaims', () => {
  it('lists claims newest first, in pages, to their own tenant alone', async () => {
    const world = await aClaimsWorld();
    const ids: string[] = [];
    for (const imei of ['356938035643809', '490154203237518', '353918057752145']) {
      world.time.now = '2026-11-23T08:00:00.000Z';
      const policyId = await aPhone(world, { imei });
      world.time.now = `2026-12-23T0${ids.length}:00:00.000Z`;
      ids.unshift(claimIdIn(await report(world, 'device-protection', policyId)));
    }
    const idsIn = ({ body }: { body: unknown }) =>
      (body as { items: { claimId: string }[] }).items.map(({ claimId }) => claimId);
    const first = await world.call('listClaims', { query: { limit: '2' } });
    const { next = '' } = first.body as { next?: string };
    const second = await world.call('listClaims', { query: { limit: '2', cursor: next } });
    expect([...idsIn(first), ...idsIn(second)]).toEqual(ids);
    expect(second.body).not.toHaveProperty('next');
    expect(idsIn(await world.call('listClaims', { tenant: 'shop-b' }))).toEqual([]);
    expect(first.text).not.toContain('handling');
  });
});
