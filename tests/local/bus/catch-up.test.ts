import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { auditTable } from '../../../functions/_storage/audit-table.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import type { LocalBus } from '../../../local/bus/bus.ts';
import { catchUp } from '../../../local/bus/catch-up.ts';
import { tapped } from '../../../local/bus/tap.ts';
import { aPerson } from '../../support/people.ts';
import { aWorld } from '../../support/world.ts';

const folders: string[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});
const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bus-'));
  folders.push(folder);
  return folder;
};

const aListener = () => {
  const heard: CloudEvent[] = [];
  const bus = { publish: (events: readonly CloudEvent[]) => void heard.push(...events), isIdle: () => true };
  return { heard, bus: bus as unknown as LocalBus };
};

/** A world whose records are made now, as those of a program that runs. */
const aWorldOfToday = (through?: (client: TableClient) => TableClient) =>
  aWorld([registerCustomer], { startAt: new Date().toISOString(), ...(through !== undefined && { through }) });

describe('tapped', () => {
  it('publishes the events of what was committed', async () => {
    const heard: CloudEvent[] = [];
    const { call } = await aWorldOfToday((client) => tapped(client, (events) => void heard.push(...events)));
    const answer = await call('registerCustomer', { body: aPerson() });
    expect(answer.status).toBe(201);
    expect(heard.map(({ type }) => type)).toEqual(['operation.recorded', 'customer.registered']);
  });
  it('publishes nothing of what was refused by the table or only read', async () => {
    const heard: CloudEvent[] = [];
    const failing = (client: TableClient): TableClient =>
      tapped(
        {
          send: async (command) => {
            if (command.constructor.name === 'TransactWriteCommand') throw new Error('no table');
            return client.send(command);
          },
        },
        (events) => void heard.push(...events),
      );
    const { call } = await aWorldOfToday(failing);
    expect((await call('registerCustomer', { body: aPerson() })).status).toBe(503);
    expect(heard).toEqual([]);
  });
});

describe('catchUp', () => {
  it('publishes again what was committed after the last time that everything was published', async () => {
    const folder = await aFolder();
    const { call, engine } = await aWorldOfToday();
    const quarterAgo = new Date(Date.now() - 15 * 60_000).toISOString();
    await writeFile(join(folder, 'published.json'), JSON.stringify({ publishedTo: quarterAgo }));
    await call('registerCustomer', { body: aPerson() });

    const { heard, bus } = aListener();
    const missed = await catchUp(auditTable(engine.client as TableClient)({ read: 0, write: 0 }), bus, folder);
    expect(await missed.run()).toBe(1);
    expect(heard.map(({ type }) => type)).toEqual(['operation.recorded', 'customer.registered']);
    await missed.stop();
  });
  it('publishes what was committed in the minute that has only just begun', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:10:05.000Z') });
    const folder = await aFolder();
    const { call, engine } = await aWorldOfToday();
    await writeFile(join(folder, 'published.json'), JSON.stringify({ publishedTo: '2026-11-23T08:07:50.000Z' }));
    await call('registerCustomer', { body: aPerson() });
    const missed = await catchUp(
      auditTable(engine.client as TableClient)({ read: 0, write: 0 }),
      aListener().bus,
      folder,
    );
    expect(await missed.run()).toBe(1);
    await missed.stop();
  });
  it('publishes nothing on a first start', async () => {
    const { engine } = await aWorldOfToday();
    const { heard, bus } = aListener();
    const missed = await catchUp(auditTable(engine.client as TableClient)({ read: 0, write: 0 }), bus, await aFolder());
    expect(await missed.run()).toBe(0);
    expect(heard).toEqual([]);
    await missed.stop();
  });
  it('leaves behind what was published when it stopped at rest', async () => {
    const folder = await aFolder();
    const { call, engine, time } = await aWorldOfToday();
    time.now = new Date(Date.now() - 10 * 60_000).toISOString();
    await call('registerCustomer', { body: aPerson() });
    const audit = auditTable(engine.client as TableClient)({ read: 0, write: 0 });
    const first = await catchUp(audit, aListener().bus, folder);
    await first.run();
    await first.stop();
    const second = await catchUp(audit, aListener().bus, folder);
    expect(await second.run()).toBe(0);
    await second.stop();
  });
});
