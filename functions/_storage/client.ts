import type { Meter } from '../_kit/platform.ts';
import { raise } from '../_kit/signals.ts';
import { deflate } from './codec.ts';
import type { TableCommand } from './commands.ts';

/** A command of ours: the engines would not know the SDK's, which are called the same. */
export type AnyCommand = TableCommand<object, object>;
/** What the adapter uses of the client; every engine offers it. */
export type TableClient = { send(command: AnyCommand): Promise<unknown> };

type Capacity = { readonly CapacityUnits?: number };
type Metered = { readonly ConsumedCapacity?: Capacity | readonly Capacity[] };

const unitsOf = (output: unknown): number => {
  const consumed = (output as Metered | undefined)?.ConsumedCapacity;
  const all = consumed === undefined ? [] : Array.isArray(consumed) ? consumed : [consumed as Capacity];
  return all.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/** Sends reads and writes and counts the units that the table says they cost. */
export const metered = (client: TableClient, meter: Meter, compression = deflate) => ({
  compression,
  read: async <T>(command: AnyCommand): Promise<T> => {
    const output = await client.send(command).catch((thrown: unknown) => {
      // A read that failed for a passing reason changed nothing: the command may be tried again from its beginning.
      if (meaningOf(thrown) === 'bug') throw thrown;
      return raise({ signal: 'unavailable' }, thrown);
    });
    meter.read += unitsOf(output);
    return output as T;
  },
  write: async <T>(command: AnyCommand): Promise<T> => {
    const output = await client.send(command);
    meter.write += unitsOf(output);
    return output as T;
  },
});
export type MeteredClient = ReturnType<typeof metered>;

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');

const reasonsOf = (thrown: unknown): readonly string[] =>
  ((thrown as { CancellationReasons?: readonly { Code?: string }[] }).CancellationReasons ?? []).map(
    ({ Code = 'None' }) => Code,
  );

const raceNames: ReadonlySet<string> = new Set([
  'ConditionalCheckFailedException',
  'TransactionInProgressException',
  'TransactionConflictException',
  'IdempotentParameterMismatchException',
]);
const raceReasons: ReadonlySet<string> = new Set(['ConditionalCheckFailed', 'TransactionConflict', 'DuplicateItem']);
const bugNames: ReadonlySet<string> = new Set([
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ItemCollectionSizeLimitExceededException',
]);

/**
 * What a failed write means once the key item has been read back and holds nothing: somebody else won, nobody can say
 * yet, or the request itself is wrong, which is a bug of ours.
 */
export const meaningOf = (thrown: unknown): 'raced' | 'unavailable' | 'bug' => {
  const name = nameOf(thrown);
  const reasons = reasonsOf(thrown);
  if (bugNames.has(name) || reasons.includes('ValidationError') || reasons.includes('ItemCollectionSizeLimitExceeded'))
    return 'bug';
  if (raceNames.has(name)) return 'raced';
  if (name === 'TransactionCanceledException' && reasons.some((code) => raceReasons.has(code))) return 'raced';
  return 'unavailable';
};
