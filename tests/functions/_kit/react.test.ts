import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../../functions/_kit/implement.ts';
import { ownRequestId, queueLambda, react } from '../../../functions/_kit/react.ts';
import { raise } from '../../../functions/_kit/signals.ts';
import { aWorld } from '../../support/world.ts';

const contract = { id: 'sendThings', reads: [], writes: [], emits: [], uses: [], ifBroken: '' };
const eventOf = (id: string) => ({ id, tenant: 'shop-a', requestid: 'req_1' }) as CloudEvent;
const batchOf = (...ids: readonly string[]) => ({
  Records: ids.map((id) => ({ messageId: `message ${id}`, body: JSON.stringify({ detail: eventOf(id) }) })),
});
const failingFor = (bad: string): Subscriber =>
  ({
    contract,
    react: async ({ event }: { event: CloudEvent }) => {
      if (event.id === bad) throw new Error(`cannot send ${event.id}`);
    },
  }) as unknown as Subscriber;

describe('react', () => {
  it('tells the subscriber the event, its tenant and the time, and writes a line', async () => {
    const { platform, log } = await aWorld([]);
    const given: unknown[] = [];
    const subscriber = { contract, react: async (all: object) => void given.push(all) } as unknown as Subscriber;
    await react(subscriber, eventOf('evt_1'), platform);
    expect(given).toMatchObject([{ event: { id: 'evt_1' }, tenant: 'shop-a', now: '2026-11-23T08:00:00.000Z' }]);
    expect(log).toMatchObject([
      { operation: 'sendThings', outcome: 'ok', eventId: 'evt_1', requestId: 'req_1', tenant: 'shop-a', readUnits: 0 },
    ]);
  });

  it('says that an effect stood already', async () => {
    const { platform, log } = await aWorld([]);
    const done = { contract, react: async () => raise({ signal: 'answered', answer: {} as never }) };
    await react(done as unknown as Subscriber, eventOf('evt_1'), platform);
    expect(log).toMatchObject([{ outcome: 'replayed' }]);
  });

  it('writes down what went wrong and throws it, so that the event comes again', async () => {
    const { platform, log } = await aWorld([]);
    await expect(react(failingFor('evt_1'), eventOf('evt_1'), platform)).rejects.toThrow('cannot send evt_1');
    expect(log).toMatchObject([
      { level: 'error', eventId: 'evt_1', bug: 'cannot send evt_1' },
      { level: 'error', operation: 'sendThings', outcome: 'failed' },
    ]);
    const words = { contract, react: () => Promise.reject('only words') } as unknown as Subscriber;
    await expect(react(words, eventOf('evt_2'), platform)).rejects.toBe('only words');
    expect(log[2]).toMatchObject({ bug: 'only words' });
  });
});

describe('queueLambda', () => {
  it('asks again for the messages that failed, and for no other', async () => {
    const { platform } = await aWorld([]);
    const handle = queueLambda(failingFor('evt_2'), platform);
    expect(await handle(batchOf('evt_1', 'evt_2', 'evt_3'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message evt_2' }],
    });
    expect(await handle(batchOf('evt_1'))).toEqual({ batchItemFailures: [] });
  });

  it('gives a whole batch to a subscriber that takes batches', async () => {
    const { platform } = await aWorld([]);
    const seen: string[] = [];
    const batched = {
      ...failingFor('none'),
      reactToBatch: async (events: readonly CloudEvent[]) => {
        seen.push(...events.map(({ id }) => id));
        return ['evt_1'];
      },
    };
    expect(await queueLambda(batched, platform)(batchOf('evt_1', 'evt_2'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message evt_1' }],
    });
    expect(seen).toEqual(['evt_1', 'evt_2']);
  });
});

describe('ownRequestId', () => {
  it('names work that nobody asked for by 128 bits of chance', async () => {
    const { platform } = await aWorld([]);
    expect(ownRequestId(platform)).toMatch(/^run_[0-9a-z]{26}$/);
  });
});
