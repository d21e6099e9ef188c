import { describe, expect, it } from 'vitest';
import { aSandbox } from '../../support/clock.ts';

describe('getClock', () => {
  it('shows real time where nobody ever moved it', async () => {
    const sandbox = await aSandbox();
    const { status, body } = await sandbox.call('getClock');
    expect([status, body]).toEqual([
      200,
      { clockId: expect.stringMatching(/^clk_/), now: '2026-11-23T08:00:00.000Z', status: 'ready' },
    ]);
  });
  it('is for sandboxes alone', async () => {
    const sandbox = await aSandbox();
    const { status, body } = await sandbox.call('getClock', { tenant: 'shop-a' });
    expect([status, Object(body).type]).toEqual([403, 'https://bindery.test/docs/problems/sandbox-only']);
  });
});
