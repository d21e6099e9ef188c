import { describe, expect, it } from 'vitest';
import { meaningOf, metered } from '../../../functions/_storage/client.ts';
import { GetCommand } from '../../../functions/_storage/commands.ts';

const get = new GetCommand({ TableName: 'bindery', Key: { pk: 'p' } });

const named = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });
const cancelled = (...codes: readonly string[]) =>
  named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

describe('meaningOf', () => {
  it.each([
    ['a condition that failed', named('ConditionalCheckFailedException')],
    ['a transaction in progress', named('TransactionInProgressException')],
    ['a conflict', named('TransactionConflictException')],
    ['a token that carried other content', named('IdempotentParameterMismatchException')],
    ['a cancellation by a condition', cancelled('None', 'ConditionalCheckFailed')],
    ['a cancellation by a conflict', cancelled('TransactionConflict')],
    ['a cancellation by a duplicate', cancelled('DuplicateItem')],
    ['a cancellation by a conflict among throttles', cancelled('ThrottlingError', 'TransactionConflict')],
  ])('says that another command won: %s', (_what, thrown) => {
    expect(meaningOf(thrown)).toBe('raced');
  });

  it.each([
    ['a request that is wrong', named('ValidationException')],
    ['a right that is missing', named('AccessDeniedException')],
    ['a table that is missing', named('ResourceNotFoundException')],
    ['a collection that is full', named('ItemCollectionSizeLimitExceededException')],
    ['a cancellation by an action that is wrong', cancelled('ConditionalCheckFailed', 'ValidationError')],
    ['a cancellation by a full collection', cancelled('None', 'ItemCollectionSizeLimitExceeded')],
  ])('says that the request itself is a bug: %s', (_what, thrown) => {
    expect(meaningOf(thrown)).toBe('bug');
  });

  it.each([
    ['a throttle', named('ThrottlingException')],
    ['a cancellation by a throttle', cancelled('None', 'ThrottlingError')],
    ['a cancellation without reasons', named('TransactionCanceledException')],
    [
      'a reason outside of a cancellation',
      named('TimeoutError', { CancellationReasons: [{ Code: 'TransactionConflict' }] }),
    ],
    ['a reason without a code', named('TransactionCanceledException', { CancellationReasons: [{}] })],
    ['something that is no error', { name: 'ValidationException' }],
  ])('says that nobody can tell yet: %s', (_what, thrown) => {
    expect(meaningOf(thrown)).toBe('unavailable');
  });
});

describe('metered', () => {
  const answering = (answer: unknown) => {
    const meter = { read: 0, write: 0 };
    const send = async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { meter, client: metered({ send }, meter) };
  };

  it('adds up the units of reads and of writes, of one table or several, and none where none are told', async () => {
    const { meter, client } = answering({ ConsumedCapacity: [{ CapacityUnits: 1.5 }, { CapacityUnits: 2 }, {}] });
    await client.read(get);
    await client.write(get);
    await client.write(get);
    expect(meter).toEqual({ read: 3.5, write: 7 });
    const one = answering({ ConsumedCapacity: { CapacityUnits: 0.5 } });
    await one.client.read(get);
    expect(one.meter).toEqual({ read: 0.5, write: 0 });
    for (const silent of [{}, undefined]) {
      const none = answering(silent);
      await none.client.write(get);
      expect(none.meter).toEqual({ read: 0, write: 0 });
    }
  });

  it('lets a command begin anew whose read failed for a passing reason, and shows a bug as it is', async () => {
    await expect(answering(named('ThrottlingException')).client.read(get)).rejects.toMatchObject({
      signal: 'unavailable',
    });
    await expect(answering(named('ValidationException')).client.read(get)).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
