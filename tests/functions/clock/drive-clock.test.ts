import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/_storage/keys.ts';
import { type ASandbox, aSandbox } from '../../support/clock.ts';
import { aPolicy } from '../../support/sale.ts';

const clockOf = async (sandbox: ASandbox) => (await sandbox.call('getClock')).body;
const advance = async (sandbox: ASandbox, body: object): Promise<void> => {
  expect((await sandbox.call('advanceClock', { body })).status).toBe(202);
  await sandbox.drive();
};
const imeis = ['356938035643809', '490154203237518', '352099001761481'];
/** Sells a device protection; each is of another device. */
const sell = async (sandbox: ASandbox, collection = 'partner') =>
  (await aPolicy(sandbox, 'device-protection', { collection, risk: { imei: imeis[soldIn(sandbox)] } })).policyId;
const soldIn = ({ told }: ASandbox): number => told.filter(({ type }) => type === 'policy.bound').length;
/** What was told of some policies, with its business time, in the order of the records. */
const storyOf = (sandbox: ASandbox) =>
  sandbox.told
    .filter(({ type }) => type === 'operation.recorded')
    .map(({ data }) => Object(data).record)
    .filter(({ aggregate, seq }) => aggregate === 'policy' && seq > 1)
    .map(({ businessAt, events }) => [businessAt, events[0].type]);

describe('driveClock', () => {
  it('begins and ends covers, and lapses what nobody pays, each at its own instant and in order', async () => {
    const sandbox = await aSandbox();
    await sell(sandbox);
    sandbox.time.now = '2026-11-23T10:00:00.000Z';
    await sell(sandbox, 'provider');
    await advance(sandbox, { by: 'P2Y' });
    // Devices are covered for a year from the next midnight in Shanghai, of whose end their customers are reminded
    // thirty days before; premium is due within a day, of which they are reminded six hours before.
    expect(storyOf(sandbox)).toEqual([
      ['2026-11-23T16:00:00.000Z', 'policy.on-risk'],
      ['2026-11-24T04:00:00.000Z', 'premium.reminder-due'],
      ['2026-11-24T10:00:00.000Z', 'policy.cancelled'],
      ['2027-10-24T16:00:00.000Z', 'renewal.reminder-due'],
      ['2027-11-23T16:00:00.000Z', 'policy.expired'],
    ]);
    expect(await clockOf(sandbox)).toMatchObject({
      now: '2028-11-23T10:00:00.000Z',
      status: 'ready',
      lastAdvance: { from: '2026-11-23T10:00:00.000Z', to: '2028-11-23T10:00:00.000Z', heldUp: 0 },
    });
  });

  it('leaves what is due a millisecond after its end, and does what is due at it', async () => {
    const sandbox = await aSandbox();
    await sell(sandbox);
    await advance(sandbox, { to: '2026-11-23T15:59:59.999Z' });
    expect(storyOf(sandbox)).toEqual([]);
    await advance(sandbox, { to: '2026-11-23T16:00:00.000Z' });
    expect(storyOf(sandbox)).toEqual([['2026-11-23T16:00:00.000Z', 'policy.on-risk']]);
  });

  it('lets time run on from where it was moved to, by the wall', async () => {
    const sandbox = await aSandbox();
    await advance(sandbox, { by: 'P1D' });
    sandbox.time.now = '2026-11-23T09:30:00.000Z';
    expect(await clockOf(sandbox)).toMatchObject({ now: '2026-11-24T09:30:00.000Z', status: 'ready' });
  });

  it('comes to the same when its events come twice, or late', async () => {
    const sandbox = await aSandbox();
    await sell(sandbox);
    await advance(sandbox, { by: 'P2Y' });
    const items = sandbox.engine.items().length;
    await sandbox.drive();
    expect(sandbox.engine.items().length).toBe(items);
    expect(await clockOf(sandbox)).toMatchObject({ now: '2028-11-23T08:00:00.000Z' });
  });

  it('rests when its function’s time is over, and goes on from there', async () => {
    const sandbox = await aSandbox();
    await sell(sandbox);
    const { services } = sandbox.platform;
    const settled = services.reactions.settled.bind(services.reactions);
    // Each thing that is due takes ten seconds of real time here; a function rests after eighteen.
    Object.assign(services.reactions, {
      settled: async (whose: string) => {
        sandbox.time.now = new Date(Date.parse(sandbox.time.now) + 10_000).toISOString();
        await settled(whose);
      },
    });
    await advance(sandbox, { by: 'P5Y' });
    const steps = sandbox.told.filter(({ type }) => type.startsWith('clock.')).map(({ type }) => type);
    expect(steps).toEqual(['clock.advance-requested', 'clock.advance-continued', 'clock.advanced']);
    expect(storyOf(sandbox).map(([at]) => at)).toEqual([
      '2026-11-23T16:00:00.000Z',
      '2027-10-24T16:00:00.000Z',
      '2027-11-23T16:00:00.000Z',
    ]);
  });

  it('puts off what fails, says how much that was, and holds up no other', async () => {
    const sandbox = await aSandbox();
    const broken = await sell(sandbox);
    const sound = await sell(sandbox);
    sandbox.failing.add(broken);
    await advance(sandbox, { to: '2026-11-23T16:02:00.000Z' });
    expect(await clockOf(sandbox)).toMatchObject({ status: 'ready', lastAdvance: { heldUp: 1 } });
    const statusOf = async (policyId: string) =>
      Object((await sandbox.call('getPolicy', { params: { policyId } })).body).status;
    expect([await statusOf(broken), await statusOf(sound)]).toEqual(['pending', 'on-risk']);
    sandbox.failing.clear();
    await advance(sandbox, { to: '2026-11-23T16:05:00.000Z' });
    expect(await statusOf(broken)).toBe('on-risk');
    expect(storyOf(sandbox).at(-1)).toEqual(['2026-11-23T16:05:00.000Z', 'policy.on-risk']);
  });

  it('moves no other tenant’s time, and a live one’s never', async () => {
    const sandbox = await aSandbox([], [], { tenants: ['sandbox-a', 'sandbox-b', 'shop-a'] });
    await advance(sandbox, { by: 'P1Y' });
    expect(await sandbox.platform.clock.business('sandbox-b', { read: 0, write: 0 })).toBe(sandbox.time.now);
    // Even a mark under a live tenant's name, which nothing can write, moves nothing.
    await sandbox.platform.clocks({ read: 0, write: 0 }).move('shop-a', undefined, { at: '2099-01-01T00:00:00.000Z' });
    expect(sandbox.engine.items().some(({ pk }) => pk === keys.clock('shop-a').pk)).toBe(true);
    expect(await sandbox.platform.clock.business('shop-a', { read: 0, write: 0 })).toBe(sandbox.time.now);
  });

  it('lets a clock run on that somebody stopped who came too late, and died', async () => {
    const sandbox = await aSandbox();
    await advance(sandbox, { by: 'P1D' });
    const clocks = sandbox.platform.clocks({ read: 0, write: 0 });
    const running = await clocks.read('sandbox-a');
    const at = '2026-11-24T08:00:00.000Z';
    await clocks.move('sandbox-a', running, { at, closedSince: sandbox.time.now });
    await sandbox.drive();
    expect(await clocks.read('sandbox-a')).toEqual({ at, runsSince: sandbox.time.now });
  });
});
