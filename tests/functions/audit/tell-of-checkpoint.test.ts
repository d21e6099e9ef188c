import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../functions/_kit/platform.ts';
import type { OperationRecord } from '../../../functions/_kit/record.ts';
import { checkpointName } from '../../../functions/audit/evidence.ts';
import { checkKept } from '../../../tools/verify/check-kept.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { type AuditedWorld, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { feedOf } from './feed-of.ts';

/** What a checkpoint of the archive says. */
const signedIn = ({ files }: AuditedWorld, number: number): object =>
  decodeJwt(JSON.parse(files.get(checkpointName('shop-a', number)) ?? '{}').statement);

describe('signCheckpoint, telling of it', () => {
  const toldIn = (world: AuditedWorld) =>
    world.published.flatMap(({ data }) => {
      const { record } = data as { record: OperationRecord };
      return record.events.filter(({ type }) => type === 'checkpoint.signed').map((event) => ({ record, event }));
    });

  it('tells of each checkpoint once, with all that a witness needs', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    const [told, ...more] = toldIn(world);
    expect(more).toEqual([]);
    expect(told?.event.data).toMatchObject({ checkpoint: signedIn(world, 1) });
    expect(told?.record).toMatchObject({ aggregate: 'checkpoint', seq: 1, operation: 'signCheckpoint' });
    const kept = { type: 'checkpoint.signed', data: told?.event.data };
    expect(await checkKept([kept], opener(world.key.jwks))).toEqual({ check: 'kept', looked: 1, findings: [] });
  });

  it('signs nothing more in two quiet hours: the feed has grown by the telling alone', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    const signed = () => [...world.files.keys()].filter((name) => name.startsWith('checkpoints/')).length;
    // Every ten minutes, for two hours.
    for (let minutes = 10; minutes <= 120; minutes += 10) {
      world.time.now = new Date(Date.parse('2026-11-23T08:00:00.000Z') + minutes * 60_000).toISOString();
      await world.appendAll();
      await world.checkpoint();
    }
    expect([signed(), toldIn(world).length, (await feedOf(world)).length]).toEqual([1, 1, 2]);
    await aRegistration(world, 2);
    await world.appendAll();
    await world.checkpoint();
    expect(signedIn(world, 2)).toMatchObject({ feedEnd: 3 });
  });

  it('tells of one that an attempt before had signed and not told, before the next', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    const { store } = world.platform;
    const cutOff: Platform = {
      ...world.platform,
      store: (meter) => ({ ...store(meter), commit: () => Promise.reject(new Error('cut off')) }),
    };
    await expect(world.checkpoint(cutOff)).rejects.toThrow('1 tenants have no new checkpoint');
    expect([world.files.has(checkpointName('shop-a', 1)), toldIn(world).length]).toEqual([true, 0]);
    await world.checkpoint();
    await world.checkpoint();
    expect(toldIn(world)).toHaveLength(1);
  });
});
