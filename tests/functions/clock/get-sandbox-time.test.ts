import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/clock/get-sandbox-time.ts';
import { aSandbox } from '../../support/clock.ts';

const timeOf = async (sandbox: Awaited<ReturnType<typeof aSandbox>>, tenantId: string) => {
  const { status, body } = await sandbox.call('getSandboxTime', {
    params: { tenantId },
    headers: { authorization: '' },
  });
  return [status, Object(body).now ?? Object(body).type];
};

describe('getSandboxTime', () => {
  it('tells anybody what time it is in a sandbox', async () => {
    const sandbox = await aSandbox([], [endpoint]);
    await sandbox.platform
      .clocks({ read: 0, write: 0 })
      .move('sandbox-a', undefined, { at: '2027-01-01T00:00:00.000Z' });
    expect(await timeOf(sandbox, 'sandbox-a')).toEqual([200, '2027-01-01T00:00:00.000Z']);
  });
  it('tells nothing of a live tenant', async () => {
    const sandbox = await aSandbox([], [endpoint]);
    expect(await timeOf(sandbox, 'shop-a')).toEqual([403, 'https://bindery.test/docs/problems/sandbox-only']);
  });
});
