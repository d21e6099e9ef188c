import { describe, expect, it } from 'vitest';
import { aSandbox } from '../../support/clock.ts';
import { tickAndFire } from '../../support/due.ts';
import { aPolicy } from '../../support/sale.ts';

const codeOf = (body: unknown): string => String(Object(body).type).split('/').at(-1) ?? '';

describe('advanceClock', () => {
  it('answers at once that the time is on its way, and moves nothing by itself', async () => {
    const sandbox = await aSandbox();
    const { status, body } = await sandbox.call('advanceClock', { body: { by: 'P1Y' } });
    const way = { from: '2026-11-23T08:00:00.000Z', to: '2027-11-23T08:00:00.000Z', woken: 0, heldUp: 0 };
    expect([status, body]).toMatchObject([202, { now: way.from, status: 'advancing', lastAdvance: way }]);
  });
  it('refuses a second advance until the first has come to its end', async () => {
    const sandbox = await aSandbox();
    await sandbox.call('advanceClock', { body: { by: 'P1D' } });
    const second = await sandbox.call('advanceClock', { body: { by: 'P1D' } });
    expect([second.status, codeOf(second.body)]).toEqual([409, 'clock-is-advancing']);
    await sandbox.drive();
    expect((await sandbox.call('advanceClock', { body: { by: 'P1D' } })).status).toBe(202);
  });
  it('answers 403 to a live tenant, and writes nothing', async () => {
    const sandbox = await aSandbox();
    const before = sandbox.engine.items().length;
    const { status, body } = await sandbox.call('advanceClock', { tenant: 'shop-a', body: { by: 'P1D' } });
    expect([status, codeOf(body)]).toEqual([403, 'sandbox-only']);
    expect(sandbox.engine.items().length).toBe(before);
  });
  it('lets a command be decided anew that the clock has overtaken, so that nothing happens in the past', async () => {
    const sandbox = await aSandbox();
    const { platform } = sandbox;
    const commit = platform.store;
    let overtaken = false;
    // Just before its transaction, the sandbox's time goes on by a day.
    Object.assign(platform, {
      store: (meter: Parameters<typeof commit>[0]) => ({
        ...commit(meter),
        commit: async (wanted: Parameters<ReturnType<typeof commit>['commit']>[0]) => {
          if (!overtaken && wanted.changes.some(({ kind }) => kind === 'policy')) {
            overtaken = true;
            await platform
              .clocks({ read: 0, write: 0 })
              .move('sandbox-a', undefined, { at: '2026-11-23T08:10:00.000Z' });
          }
          return commit(meter).commit(wanted);
        },
      }),
    });
    await aPolicy(sandbox, 'device-protection', { collection: 'partner' });
    const bound = sandbox.told.find(({ type, subject }) => type === 'operation.recorded' && subject.startsWith('pol_'));
    expect(overtaken).toBe(true);
    expect(Object(bound?.data).record.businessAt).toBe('2026-11-23T08:10:00.000Z');
  });
  it('lets nothing be written while its driver looks for what is next, and all again when it died', async () => {
    const sandbox = await aSandbox();
    const clocks = sandbox.platform.clocks({ read: 0, write: 0 });
    const closed = { at: '2026-11-23T08:00:00.000Z', closedSince: '2026-11-23T08:00:00.000Z' };
    await clocks.move('sandbox-a', undefined, closed);
    const asked = { body: { by: 'P1D' }, key: 'while-it-is-closed' };
    const refused = await sandbox.call('advanceClock', asked);
    expect([refused.status, codeOf(refused.body)]).toEqual([409, 'changed-meanwhile']);
    sandbox.time.now = '2026-11-23T08:10:00.000Z';
    await tickAndFire(sandbox.platform);
    expect(await clocks.read('sandbox-a')).toEqual(closed);
    sandbox.time.now = '2026-11-23T08:10:00.001Z';
    await tickAndFire(sandbox.platform);
    expect(await clocks.read('sandbox-a')).toEqual({ at: closed.at });
    expect((await sandbox.call('advanceClock', asked)).status).toBe(202);
  });
});
