import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import type { OperationRecord } from '../../../functions/_kit/record.ts';
import { readRecord, recordItem } from '../../../functions/_storage/codec.ts';
import { recordName } from '../../../functions/audit/evidence.ts';
import { aClosedAlert, anAuditedWorld, aRegistration, removeRecord, tamper } from '../../support/audited.ts';
import { breaksOf, feedOf } from './feed-of.ts';

describe('appendRecords, when evidence contradicts itself', () => {
  it('raises one red alert for a record that the table lost, and appends nothing from there on', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    await removeRecord(world, 'customer', id, 1);
    const events = world.waiting.splice(0);
    for (let times = 0; times < 3; times += 1) expect(await world.append(events)).toEqual([`${id}.1.0`]);
    expect(await feedOf(world)).toEqual([]);
    expect(await breaksOf(world)).toMatchObject([
      { severity: 'red', subject: id, facts: { aggregate: 'customer', seq: 1, reason: 'record-missing' } },
    ]);
  });

  it.each([
    ['changed', (record: OperationRecord) => ({ ...record, operation: 'somethingElse' })],
    ['put in the place of another', (record: OperationRecord) => ({ ...record, id: `cus_${'0'.repeat(26)}` })],
  ])('raises an alert for a record that was %s in the table, and appends the others', async (_what, change) => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    await tamper(world, 'OP#0000000001', (item) => {
      const { record, hash } = readRecord(item);
      return { ...item, ...recordItem(change(record), hash) };
    });
    const other = await aRegistration(world, 2);
    const announced = world.waiting.splice(0).filter((event) => world.published.indexOf(event) !== 1);
    expect(await world.append(announced)).toEqual([`${id}.1.0`]);
    expect(await breaksOf(world)).toMatchObject([{ subject: id, facts: { reason: 'record-altered' } }]);
    expect((await feedOf(world)).map((entry) => entry.id)).toEqual([other]);
  });

  it('believes the table and not the bus: a forged event is reported, and the real record appended', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    const [real] = world.waiting.splice(0);
    const { record, hash } = (real?.data ?? {}) as { record: object; hash: string };
    const forged = { ...real, data: { record: { ...record, operation: 'somethingElse' }, hash } } as CloudEvent;
    expect(await world.append([forged])).toEqual([`${id}.1.0`]);
    expect(await breaksOf(world)).toMatchObject([{ facts: { reason: 'announced-differs' } }]);
    expect(await feedOf(world)).toMatchObject([{ id, hash }]);
  });

  it('moves no head past a record that the archive holds with other bytes', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    world.files.set(recordName('shop-a', { kind: 'customer', id }, 1), '{}');
    expect(await world.append(world.waiting.splice(0))).toEqual([`${id}.1.0`]);
    expect(await feedOf(world)).toEqual([]);
    expect(await breaksOf(world)).toMatchObject([{ facts: { reason: 'archive-differs' } }]);
  });

  it('lets a poisoned event hold up nothing but itself', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    const [real] = world.waiting.splice(0);
    const poisoned = [{}, null, { record: { tenant: 'shop-a' }, hash: 'x' }].map(
      (data, at) => ({ ...real, id: `poison.${at}.0`, data }) as CloudEvent,
    );
    const failed = await world.append([...poisoned, ...(real === undefined ? [] : [real])]);
    expect(failed).toEqual(['poison.0.0', 'poison.1.0', 'poison.2.0']);
    expect(await feedOf(world)).toMatchObject([{ id }]);
  });

  it('raises one alert and no more when the chains of alerts themselves break', async () => {
    const world = await anAuditedWorld();
    for (const n of [1, 2]) {
      const id = await aClosedAlert(world, n);
      await removeRecord(world, 'alert', id, 2);
    }
    for (let times = 0; times < 3; times += 1) await world.appendAll();
    expect(await breaksOf(world)).toHaveLength(1);
  });
});
