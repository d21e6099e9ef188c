import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../domain/shared/zone.ts';
import { entry } from '../../../functions/audit/sweep-records.ts';
import { type AuditedWorld, aClosedAlert, anAuditedWorld, aRegistration } from '../../support/audited.ts';

const sweepAfter = async (world: AuditedWorld, minutes: number) => {
  world.waiting.length = 0;
  world.time.now = addMinutes('2026-11-23T08:00:00.000Z', minutes);
  await entry.run(world.platform, { read: 0, write: 0 });
  return world.waiting.map(({ id }) => id);
};

describe('sweepRecords', () => {
  it.each([5, 6, 7, 24 * 60])(
    'publishes a record again that is still not audited after %i minutes',
    async (minutes) => {
      const world = await anAuditedWorld();
      const id = await aRegistration(world);
      expect(await sweepAfter(world, minutes)).toEqual([`${id}.1.0`]);
      expect(await world.appendAll()).toEqual([]);
      expect(await world.platform.audit({ read: 0, write: 0 }).feedEnd('shop-a')).toMatchObject({ position: 1 });
    },
  );

  it.each([4, 8])('leaves records alone that are %i minutes old, for other sweeps look at them', async (minutes) => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    expect(await sweepAfter(world, minutes)).toEqual([]);
  });

  it('publishes nothing that was audited', async () => {
    const world = await anAuditedWorld();
    await aClosedAlert(world);
    await world.appendAll();
    expect(await sweepAfter(world, 5)).toEqual([]);
  });

  it('publishes only what lies above the audited head of each chain', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    const [first] = world.waiting;
    await world.append(first === undefined ? [] : [first]);
    expect(await sweepAfter(world, 5)).toEqual([`${id}.2.0`, `${id}.3.0`]);
  });

  it('goes on where the last sweep that ended well came to, when the ones since then never came', async () => {
    const world = await anAuditedWorld();
    await sweepAfter(world, 0);
    const id = await aRegistration(world);
    expect(await sweepAfter(world, 40)).toEqual([`${id}.1.0`]);
  });

  it('looks again at what a sweep could not publish', async () => {
    const world = await anAuditedWorld();
    await sweepAfter(world, 0);
    const id = await aRegistration(world);
    const publish = async (): Promise<void> => {
      throw new Error('The bus is away.');
    };
    world.time.now = '2026-11-23T08:05:00.000Z';
    const services = { ...world.platform.services, bus: { publish } };
    await expect(entry.run({ ...world.platform, services }, { read: 0, write: 0 })).rejects.toThrow('The bus is away.');
    expect(await sweepAfter(world, 40)).toEqual([`${id}.1.0`]);
  });
});
