import { describe, expect, it } from 'vitest';
import { endpoint as getPolicy } from '../../../../functions/policies/get-policy.ts';
import { openApiOf } from '../../../../tools/generate/openapi.ts';
import { operationPage } from '../../../../tools/generate/operations.ts';
import { aWorld } from '../../../support/world.ts';

const deprecated = { since: '2026-12-31', sunset: '2027-12-31', instead: 'Call `readPolicy`.' };
const contract = { ...getPolicy.contract, deprecated };
const params = { policyId: 'pol_00000000000000000000000000' };
const told = ['deprecation', 'sunset', 'link'];

describe('a deprecated endpoint', () => {
  it('says on every answer since when it is, when it goes and where to read on', async () => {
    const world = await aWorld([{ ...getPolicy, contract }]);
    for (const asked of [{ params }, { params: { policyId: 'x' } }, { params, headers: { authorization: '' } }]) {
      const { status, headers } = await world.call('getPolicy', asked);
      expect(status).toBeGreaterThanOrEqual(400);
      // 31 December 2026 is 20 818 days of 86 400 seconds after the beginning of 1970.
      expect(headers['deprecation']).toBe(`@${20_818 * 86_400}`);
      expect(headers['sunset']).toBe('Fri, 31 Dec 2027 00:00:00 GMT');
      expect(headers['link']).toMatch(
        /^<https:\/\/bindery\.test\/docs\/reference\/operations\/getPolicy>; rel="deprecation"/,
      );
      expect(headers['access-control-expose-headers']).toContain('Deprecation, Sunset, Link');
    }
  });

  it('says so in the reference', () => {
    const capability = { name: 'policies', endpoints: { getPolicy: contract }, subscribers: {}, schedules: {} };
    const { paths } = openApiOf([capability]) as { paths: Record<string, { get: object }> };
    expect(paths['/policies/{policyId}']?.get).toMatchObject({ deprecated: true, 'x-sunset': '2027-12-31' });
    expect(operationPage([capability])).toContain(
      'Deprecated since 2026-12-31, gone on 2027-12-31. Call `readPolicy`.',
    );
  });

  it('is none that stays: its answers say nothing', async () => {
    const { headers } = await (await aWorld([getPolicy])).call('getPolicy', { params });
    expect(told.filter((name) => name in headers)).toEqual([]);
  });
});
