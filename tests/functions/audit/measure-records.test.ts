import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { type AuditedWorld, aClosedAlert, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { aPolicy } from '../../support/sale.ts';

const recordedIn = ({ log }: AuditedWorld) => log.filter(({ outcome }) => outcome === 'recorded');
const metricsIn = (line: object): unknown =>
  Reflect.get(line, '_aws')?.CloudWatchMetrics.flatMap((one: { Metrics: { Name: string }[] }) =>
    one.Metrics.map(({ Name }) => Name),
  );

describe('measureRecords', () => {
  it('writes a line for each audited record, with its operation, its request and what it measures', async () => {
    const world = await anAuditedWorld();
    const { policyId } = await aPolicy(world, 'return-freight', { collection: 'partner' });
    await world.appendAll();
    const lines = recordedIn(world);
    const bound = lines.find(({ eventId }) => eventId === `${policyId}.1.0`);
    // The gross premium is 4.32 yuan (catalogue 5.1): 432 fen.
    expect(bound).toMatchObject({ operation: 'bindPolicy', tenant: 'shop-a', policies: 1, premiumCNY: 432 });
    expect(metricsIn(bound ?? {})).toEqual(['policies', 'premiumCNY']);
    const asked = world.log.find(({ operation, outcome }) => operation === 'bindPolicy' && outcome === 'ok');
    expect(bound?.['requestId']).toBe(asked?.['requestId']);
  });

  it('writes the line of a record that measures nothing too, without an envelope', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    await world.appendAll();
    const [line] = recordedIn(world);
    expect(line).toMatchObject({ operation: 'registerCustomer', eventId: `${id}.1.0` });
    expect(line).not.toHaveProperty('_aws');
  });

  it('measures nothing twice, in whatever batches and however often records are delivered', async () => {
    const order = fc.array(fc.array(fc.nat(30), { minLength: 1, maxLength: 10 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, async (batches) => {
        const world = await anAuditedWorld();
        for (const n of [1, 2]) await aClosedAlert(world, n);
        await aPolicy(world, 'return-freight');
        const events = world.waiting.splice(0);
        const pick = (at: number) => events[at % events.length] ?? [];
        await Promise.all(batches.map((batch) => world.append(batch.flatMap(pick))));
        await world.append(events);
        await world.append(events);
        const told = recordedIn(world).map(({ eventId }) => eventId);
        expect(told.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
        const sum = (name: string) => recordedIn(world).reduce((all, line) => all + Number(line[name] ?? 0), 0);
        // Two alerts; one contract of 4.32 yuan.
        expect([sum('alerts'), sum('policies'), sum('premiumCNY')]).toEqual([2, 1, 432]);
      }),
      { numRuns: 10 },
    );
  });

  it('measures what its own transaction appended when a later one of the same batch fails', async () => {
    const { through, refused } = failsAfterOne();
    const world = await anAuditedWorld({ through });
    // 100 records take three transactions of 45, 45 and 10.
    const id = await aLongChain(world, 100);
    expect(await world.append(world.waiting.splice(0).slice(-1))).toEqual([]);
    expect(refused).toEqual(['the second']);
    expect(recordedIn(world).map(({ eventId }) => eventId)).toEqual(
      Array.from({ length: 100 }, (_, at) => `${id}.${at + 1}.0`),
    );
  });
});

/** Refuses the second transaction that appends to a feed, once, as a table does that is asked too much. */
const failsAfterOne = () => {
  const refused: string[] = [];
  let appends = 0;
  const through = ({ send }: TableClient): TableClient => ({
    send: async (command) => {
      const appending = command instanceof TransactWriteCommand && JSON.stringify(command).includes('#FEED');
      if (appending) appends += 1;
      if (!appending || appends !== 2) return send(command);
      refused.push('the second');
      throw Object.assign(new Error('Too much.'), { name: 'ThrottlingException' });
    },
  });
  return { through, refused };
};
