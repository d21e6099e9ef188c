import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { subscriber } from '../../../functions/audit/append-records.ts';
import { recordName } from '../../../functions/audit/evidence.ts';
import { aClosedAlert, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { aPolicy } from '../../support/sale.ts';
import { breaksOf, expectWholeFeed, feedOf, headsOf } from './feed-of.ts';

describe('appendRecords', () => {
  it('archives a record, moves its head and appends it to the feed', async () => {
    const world = await anAuditedWorld();
    const id = await aRegistration(world);
    expect(await world.appendAll()).toEqual([]);

    const [entry] = await feedOf(world);
    expect(entry).toMatchObject({ position: 1, aggregate: 'customer', id, seq: 1, types: ['customer.registered'] });
    expect(await headsOf(world)).toEqual([{ aggregate: 'customer', id, seq: 1, hash: entry?.hash, position: 1 }]);
    const archived = world.files.get(recordName('shop-a', { kind: 'customer', id }, 1)) ?? '';
    expect(JSON.parse(archived)).toMatchObject({ hash: entry?.hash, record: { id, operation: 'registerCustomer' } });
  });

  it('tells the feed what a sale on credit adds to the debt of the partner', async () => {
    const world = await anAuditedWorld();
    const { policyId } = await aPolicy(world, 'return-freight', { collection: 'partner' });
    await world.appendAll();
    const bound = (await feedOf(world)).find(({ id }) => id === policyId);
    // The gross premium is 4.32 (catalogue 5.1); the commission is a debt of its own.
    expect(bound).toMatchObject({ currency: 'CNY', dueFromPartner: 432 });
  });

  it('appends nothing twice when everything is delivered again, in batches of any size', async () => {
    const world = await anAuditedWorld();
    await aClosedAlert(world);
    await aRegistration(world);
    await world.appendAll();
    const items = world.engine.items();
    const files = new Map(world.files);
    expect(await world.append(world.published)).toEqual([]);
    for (const event of world.published) expect(await world.append([event])).toEqual([]);
    expect(world.engine.items()).toEqual(items);
    expect(world.files).toEqual(files);
  });

  it('appends a chain whose events come in reverse', async () => {
    const world = await anAuditedWorld();
    await aClosedAlert(world);
    for (const event of world.waiting.splice(0).toReversed()) expect(await world.append([event])).toEqual([]);
    await expectWholeFeed(world);
  });

  it('fetches predecessors that never arrived from the table', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    const last = world.waiting.splice(0).at(-1);
    expect(await world.append(last === undefined ? [] : [last])).toEqual([]);
    expect((await feedOf(world)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(world.files.has(recordName('shop-a', { kind: 'alert', id }, 1))).toBe(true);
  });

  it('publishes predecessors that nobody announced, for once they are audited no sweep looks for them', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    const last = world.waiting.splice(0).slice(-1);
    await world.append(last);
    expect(world.waiting.map((event) => event.id)).toEqual([`${id}.1.0`, `${id}.2.0`]);
  });

  it('moves no head past a record that it could not publish', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    const last = world.waiting.splice(0).slice(-1);
    const publish = async (): Promise<void> => {
      throw new Error('The bus is away.');
    };
    const services = { ...world.platform.services, bus: { publish } };
    const failed = await subscriber.reactToBatch?.(last, { ...world.platform, services });
    expect(failed).toEqual([`${id}.3.0`]);
    expect(await world.platform.audit({ read: 0, write: 0 }).feedEnd('shop-a')).toMatchObject({ position: 0 });
  });

  it('catches up over several turns with a long chain of which only the last event arrived', async () => {
    const world = await anAuditedWorld();
    const id = await aLongChain(world, 250);
    const last = world.waiting.splice(0).slice(-1);
    expect(await world.append(last)).toEqual([`${id}.250.0`]);
    expect(await world.platform.audit({ read: 0, write: 0 }).feedEnd('shop-a')).toMatchObject({ position: 200 });
    expect(await breaksOf(world)).toEqual([]);
    expect(await world.append(last)).toEqual([]);
    await expectWholeFeed(world);
  });

  it('keeps the feeds of two tenants apart, within one batch', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.call('registerCustomer', {
      tenant: 'shop-b',
      body: { name: 'Li', phone: '+8613900139000', locale: 'en' },
    });
    expect(await world.append(world.waiting)).toEqual([]);
    expect(await feedOf(world)).toHaveLength(1);
    expect(await world.platform.audit({ read: 0, write: 0 }).feed('shop-b', 0, 10)).toMatchObject([
      { position: 1, aggregate: 'customer' },
    ]);
  });
});

describe('appendRecords, beside others', () => {
  it('appends each record once when two appenders work at the same time', async () => {
    const world = await anAuditedWorld();
    await aClosedAlert(world);
    for (let n = 1; n <= 5; n += 1) await aRegistration(world, n);
    const events = world.waiting.splice(0);
    const failed = await Promise.all([
      world.append(events),
      world.append(events.slice(2)),
      world.append(events.slice(4)),
    ]);
    expect(failed.flat()).toEqual([]);
    await expectWholeFeed(world);
  });

  it('finds out what stands when the reply to its write was lost', async () => {
    let toLose = 0;
    const world = await anAuditedWorld({
      through: ({ send }) => ({
        send: async (command) => {
          const answer = await send(command);
          if (command instanceof TransactWriteCommand && toLose > 0) {
            toLose -= 1;
            throw Object.assign(new Error('The connection was reset.'), { name: 'TimeoutError' });
          }
          return answer;
        },
      }),
    });
    await aClosedAlert(world);
    toLose = 1;
    expect(await world.appendAll()).toEqual([]);
    await expectWholeFeed(world);
  });

  it('leaves the batch to come again when the table does not answer at all', async () => {
    let down = false;
    const world = await anAuditedWorld({
      through: ({ send }) => ({
        send: (command) => (down ? Promise.reject(new Error('No route.')) : send(command)),
      }),
    });
    const id = await aRegistration(world);
    down = true;
    const events = world.waiting.splice(0);
    expect(await world.append(events)).toEqual([`${id}.1.0`]);
    down = false;
    expect(await world.append(events)).toEqual([]);
    await expectWholeFeed(world);
  });

  it('ends with the same whole feed under every order and repetition of deliveries', async () => {
    const order = fc.array(fc.array(fc.nat(30), { minLength: 1, maxLength: 10 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, async (batches) => {
        const world = await anAuditedWorld();
        for (const n of [1, 2, 3]) await aClosedAlert(world, n);
        for (const n of [1, 2, 3]) await aRegistration(world, n);
        const events = world.waiting.splice(0);
        const pick = (at: number) => events[at % events.length] ?? [];
        await Promise.all(batches.map((batch) => world.append(batch.flatMap(pick))));
        expect(await world.append(events)).toEqual([]);
        await expectWholeFeed(world);
      }),
      { numRuns: 15 },
    );
  });
});
