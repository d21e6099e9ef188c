import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../../functions/_kit/implement.ts';
import type { Platform } from '../../../functions/_kit/platform.ts';
import { createBus } from '../../../local/bus/bus.ts';
import type { DeadLetter } from '../../../local/bus/dead-letters.ts';
import { aWorld } from '../../support/world.ts';

const event = (id: string, type = 'policy.bound'): CloudEvent => ({
  specversion: '1.0',
  id,
  source: '/tenants/shop-a',
  type,
  subject: id,
  time: '2026-11-23T08:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: `/schemas/events/${type}.json`,
  tenant: 'shop-a',
  sequence: 1,
  requestid: 'req_1',
  data: {},
});

const contract = (on: readonly string[], batch?: number) =>
  ({
    ...{ id: 'testEntry', capability: 'tests', summary: '', ifBroken: '' },
    ...{ on, reads: [], writes: [], emits: [], uses: [] },
    ...(batch !== undefined && { batch }),
  }) as unknown as Subscriber['contract'];

/** A subscriber that fails as often as it is told for each event, and notes what it was given. */
const listener = (failures = 0, on: readonly string[] = ['policy.bound']) => {
  const seen: string[] = [];
  const subscriber: Subscriber = {
    contract: contract(on),
    react: async ({ event: { id } }) => {
      seen.push(id);
      if (seen.filter((one) => one === id).length <= failures) throw new Error(`not now: ${id}`);
    },
  };
  return { seen, subscriber };
};

const aBus = async (...subscribers: readonly Subscriber[]) => {
  const { platform }: { platform: Platform } = await aWorld([]);
  const letters: DeadLetter[] = [];
  const deadLetters = { keep: async (letter: DeadLetter) => void letters.push(letter) };
  return { letters, bus: createBus({ subscribers, platform: () => platform, deadLetters, pauseMs: 1 }) };
};

describe('createBus', () => {
  it('gives an event to every subscriber that names its type, and to no other', async () => {
    const bound = listener();
    const both = listener(0, ['policy.bound', 'claim.paid']);
    const { bus } = await aBus(bound.subscriber, both.subscriber);
    bus.publish([event('a'), event('b', 'claim.paid'), event('c', 'alert.raised')]);
    await bus.idle();
    expect(bound.seen).toEqual(['a']);
    expect(both.seen.toSorted()).toEqual(['a', 'b']);
  });
  it('brings an event again until it is taken', async () => {
    const { seen, subscriber } = listener(4);
    const { bus, letters } = await aBus(subscriber);
    bus.publish([event('a')]);
    await bus.idle();
    expect(seen).toHaveLength(5);
    expect(letters).toEqual([]);
  });
  it('keeps an event as a dead letter after the fifth failure, with the reason', async () => {
    const { seen, subscriber } = listener(5);
    const { bus, letters } = await aBus(subscriber);
    bus.publish([event('a'), event('b')]);
    await bus.idle();
    expect(seen).toHaveLength(10);
    expect(letters.map(({ event: { id }, reason, attempts }) => ({ id, reason, attempts })).toSorted()).toEqual([
      { id: 'a', reason: 'not now: a', attempts: 5 },
      { id: 'b', reason: 'not now: b', attempts: 5 },
    ]);
  });
  it('brings an event again as long as no letter of it can be kept, and keeps one then', async () => {
    const { seen, subscriber } = listener(8);
    const { platform } = await aWorld([]);
    const kept: string[] = [];
    const bugs: unknown[] = [];
    let refusals = 2;
    const keep = async ({ event: { id } }: DeadLetter): Promise<void> => {
      refusals -= 1;
      if (refusals >= 0) throw new Error('the disk is full');
      kept.push(id);
    };
    const log: Platform['log'] = ({ bug }) => void bugs.push(bug);
    const setup = { subscribers: [subscriber], platform: () => ({ ...platform, log }), pauseMs: 1 };
    const bus = createBus({ ...setup, deadLetters: { keep } });
    bus.publish([event('a')]);
    await bus.idle();
    // Five times, and once more after each of the two refusals.
    expect([seen.length, kept]).toEqual([7, ['a']]);
    const said = 'It could not be kept as a dead letter, and comes again: the disk is full';
    expect(bugs.filter((bug) => bug === said)).toHaveLength(2);
  });
  it('lets one that fails hold up nobody else', async () => {
    const broken = listener(5);
    const well = listener();
    const { bus, letters } = await aBus(broken.subscriber, well.subscriber);
    bus.publish([event('a')]);
    await bus.idle();
    expect(well.seen).toEqual(['a']);
    expect(letters).toHaveLength(1);
  });
  it('gives an event to one subscriber alone, and tells when it was taken', async () => {
    const named = listener(1);
    const other = listener();
    const one: Subscriber = { ...named.subscriber, contract: { ...named.subscriber.contract, id: 'one' } };
    const { bus } = await aBus(one, other.subscriber);
    const ends: string[] = [];
    expect(bus.giveTo('one', event('a'), () => void ends.push('a'))).toBe(true);
    expect(ends).toEqual([]);
    await bus.idle();
    expect(ends).toEqual(['a']);
    // The first time it failed.
    expect(named.seen).toEqual(['a', 'a']);
    expect(other.seen).toEqual([]);
    expect(bus.knows('nobody')).toBe(false);
    expect(bus.giveTo('nobody', event('a'), () => void ends.push('b'))).toBe(false);
  });
  it('tells of the end of one that is a dead letter again only when the letter is kept', async () => {
    const broken = listener(5);
    const { bus, letters } = await aBus(broken.subscriber);
    const held: number[] = [];
    bus.giveTo('testEntry', event('a'), () => void held.push(letters.length));
    await bus.idle();
    expect(held).toEqual([1]);
  });
  it('hands over four batches of the contract at once, one after the other, and repeats only what failed', async () => {
    const batches: string[][] = [];
    let running = 0;
    const subscriber: Subscriber = {
      ...listener().subscriber,
      contract: contract(['policy.bound'], 1),
      reactToBatch: async (events) => {
        running += 1;
        expect(running).toBe(1);
        await wait(2);
        running -= 1;
        batches.push(events.map(({ id }) => id));
        return batches.length === 1 ? ['b'] : [];
      },
    };
    const { bus } = await aBus(subscriber);
    bus.publish(['a', 'b', 'c', 'd', 'e'].map((id) => event(id)));
    await bus.idle();
    expect(batches[0]).toEqual(['a', 'b', 'c', 'd']);
    expect(batches.slice(1).flat().toSorted()).toEqual(['b', 'e']);
  });
  it('repeats a whole batch whose subscriber threw', async () => {
    let calls = 0;
    const subscriber: Subscriber = {
      ...listener().subscriber,
      contract: contract(['policy.bound'], 10),
      reactToBatch: async () => {
        calls += 1;
        if (calls < 3) throw new Error('no table');
        return [];
      },
    };
    const { bus, letters } = await aBus(subscriber);
    bus.publish([event('a'), event('b')]);
    await bus.idle();
    expect(letters).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(3);
  });
  it('comes to rest only after what follows from an event has been taken as well', async () => {
    const seen: string[] = [];
    const follow: { publish: (events: readonly CloudEvent[]) => void } = { publish: () => undefined };
    const subscriber: Subscriber = {
      contract: contract(['policy.bound']),
      react: async ({ event: { id } }) => {
        await wait(3);
        seen.push(id);
        if (seen.length < 4) follow.publish([event(`${id}+`)]);
      },
    };
    const { bus } = await aBus(subscriber);
    follow.publish = bus.publish;
    bus.publish([event('a')]);
    await bus.idle();
    expect(seen).toEqual(['a', 'a+', 'a++', 'a+++']);
  });
  it('finishes what is under way when it stops, and begins nothing more', async () => {
    const seen: string[] = [];
    const subscriber: Subscriber = {
      contract: contract(['policy.bound']),
      react: async ({ event: { id } }) => {
        await wait(10);
        seen.push(id);
      },
    };
    const { bus } = await aBus(subscriber);
    bus.publish(Array.from({ length: 30 }, (_, at) => event(`e${at}`)));
    await bus.stop();
    const atStop = seen.length;
    await wait(30);
    expect(seen).toHaveLength(atStop);
    expect(atStop).toBeLessThan(30);
    expect(bus.isIdle()).toBe(false);
  });
});
