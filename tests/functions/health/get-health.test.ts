import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/health/get-health.ts';
import { aWorld } from '../../support/world.ts';

describe('getHealth', () => {
  it('answers anyone, without a token and without touching the table', async () => {
    const world = await aWorld([endpoint]);
    const answer = await world.call('getHealth', { headers: { authorization: '' } });
    expect([answer.status, answer.body]).toEqual([200, { status: 'ok', at: '2026-11-23T08:00:00.000Z' }]);
    expect(world.log.at(-1)).toMatchObject({ operation: 'getHealth', readUnits: 0, writeUnits: 0 });
  });
});
