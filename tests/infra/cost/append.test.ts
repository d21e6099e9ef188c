import { expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { assumed } from '../../../infra/cost/assumptions.ts';
import { anAuditedWorld, aRegistration } from '../../support/audited.ts';

type Used = {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
};

it('a record that is audited alone takes the units that the page about cost counts', async () => {
  const used = { read: 0, write: 0 };
  const through = ({ send }: TableClient): TableClient => ({
    send: async (command) => {
      const answer = await send(command);
      const writes = Object(command).constructor.name.includes('Write');
      const all = [Object(answer).ConsumedCapacity ?? []].flat() as readonly Used[];
      used[writes ? 'write' : 'read'] += all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      return answer;
    },
  });
  const world = await anAuditedWorld({ through });
  // The first entry of a feed finds no end and no head; the second is as any other.
  for (const n of [1, 2]) {
    await aRegistration(world, n);
    Object.assign(used, { read: 0, write: 0 });
    expect(await world.appendAll()).toEqual([]);
  }
  // The end of the feed, the head and the entry: three items of under a kilobyte, twice each in a transaction.
  // Read are the end, the head and the record.
  expect(used).toEqual({ write: 2 * 3, read: 3 });
  expect(assumed.append).toEqual({ writeUnits: used.write, readUnits: used.read });
});
