import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, claimIdIn, handler, report } from './claims-world.ts';

type Json = Readonly<Record<string, string>>;

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

  it('is narrowed by policy, by customer, by reference, by status and by time', async () => {
    const world = await aClaimsWorld();
    const first = await aPhone(world, { imei: '356938035643809' });
    const one = claimIdIn(await report(world, 'device-protection', first));
    await world.bus.untilQuiet();
    await world.call('rejectClaim', { params: { claimId: one }, body: { reasons: ['wear'] }, as: handler() });
    world.time.now = '2026-12-23T09:00:00.000Z';
    const two = claimIdIn(await report(world, 'device-protection', first));
    world.time.now = '2026-11-23T08:00:00.000Z';
    const second = await aPhone(world, { imei: '490154203237518' });
    const three = claimIdIn(await report(world, 'device-protection', second));
    const { customerId = '' } = (await world.call('getPolicy', { params: { policyId: first } })).body as Json;
    const ids = async (query: Readonly<Record<string, string>>) =>
      ((await world.call('listClaims', { query })).body as { items: { claimId: string }[] }).items.map(
        ({ claimId }) => claimId,
      );
    expect(await ids({ policyId: first })).toEqual([two, one]);
    expect(await ids({ policyId: first, status: 'rejected' })).toEqual([one]);
    expect(new Set(await ids({ customerId }))).toEqual(new Set([one, two, three]));
    expect(new Set(await ids({ reference: 'SO-20261123-0042', status: 'registered' }))).toEqual(new Set([two, three]));
    expect(await ids({ reference: 'another' })).toEqual([]);
    expect(await ids({ policyId: first, createdFrom: '2026-12-23T09:00:00Z' })).toEqual([two]);
    expect(await ids({ createdFrom: '2026-12-23T08:00:00Z', createdTo: '2026-12-23T09:00:00Z' })).toHaveLength(2);
  });

  it('shows each policy of the page once, to those who may see policies', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    await report(world, 'device-protection', policyId);
    const policy = (await world.call('getPolicy', { params: { policyId } })).body;
    const query = { include: 'policy' };
    expect((await world.call('listClaims', { query })).body).toMatchObject({ included: { policy: [policy] } });
    const poor = await world.call('listClaims', { query, as: { scopes: ['claims:read'] } });
    expect([poor.status, poor.body]).toMatchObject([403, { facts: { needs: 'policies:read' } }]);
  });
});
