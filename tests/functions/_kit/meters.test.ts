import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../functions/_kit/platform.ts';
import { runSchedule } from '../../../functions/_kit/run-schedule.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { entry as signCheckpoint } from '../../../functions/audit/sign-checkpoint.ts';
import { entry as sweepRecords } from '../../../functions/audit/sweep-records.ts';
import { tick } from '../../../functions/clock/drain-due.ts';
import { endpoint as listEvents } from '../../../functions/events/list-events.ts';
import { anAuditedWorld, aRegistration } from '../../support/audited.ts';

type Consumed = { readonly CapacityUnits: number };
type Output = { readonly ConsumedCapacity?: Consumed | readonly Consumed[] };
type Sent = { readonly input: { readonly Key?: { readonly sk: string }; readonly ReturnConsumedCapacity?: string } };

/** Adds up what the table says that it was asked to do, whoever asked. */
const counting = () => {
  const used = { units: 0, silent: [] as string[] };
  const through = (client: TableClient): TableClient => ({
    send: async (command) => {
      const output = (await client.send(command)) as Output;
      const { input } = command as Sent;
      if (input.ReturnConsumedCapacity !== 'TOTAL') used.silent.push(command.constructor.name);
      // A tenant's secret is read once for the life of an instance, and by no call of its own.
      if (input.Key?.sk === 'VAULT') return output;
      const { ConsumedCapacity = [] } = output;
      const all = Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity as Consumed];
      used.units += all.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      return output;
    },
  });
  return { used, through };
};

const told = (lines: readonly LogLine[]): number =>
  lines.reduce((sum, { readUnits = 0, writeUnits = 0 }) => sum + Number(readUnits) + Number(writeUnits), 0);

describe('the lines of calls, events and schedules', () => {
  it('tell of every unit that the table was asked for, and no command keeps its units to itself', async () => {
    const { used, through } = counting();
    const world = await anAuditedWorld({ through }, [listEvents]);
    const customerId = await aRegistration(world);
    await world.appendAll();
    await runSchedule(signCheckpoint, world.platform);
    await world.call('getProof', { params: { objectId: customerId } });
    await world.call('getCheckpoint', { params: { number: 'latest' } });
    expect((await world.call('listEvents')).status).toBe(200);
    world.time.now = '2026-11-23T08:10:00.000Z';
    await runSchedule(tick, world.platform);
    await runSchedule(sweepRecords, world.platform);
    await world.appendAll();

    const lines = world.log.filter(({ readUnits }) => readUnits !== undefined);
    expect(new Set(lines.map(({ operation }) => operation)).size).toBe(8);
    expect(told(lines.filter(({ operation }) => operation === 'listEvents'))).toBeGreaterThan(1);
    expect(told(lines)).toBe(used.units);
    expect(used.silent).toEqual([]);
  });
});
