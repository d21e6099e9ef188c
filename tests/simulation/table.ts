import type { TableClient } from '../../functions/_storage/client.ts';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '../../functions/_storage/commands.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import type { InProcessEngine } from '../../local/engine/engine.ts';
import type { Change } from '../../local/engine/table.ts';
import type { FaultKind, Injector } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

const { tableName } = tableDefinition;
/** The longest that an index lags behind its table here. */
const lagMsMax = 10_000;

const failure = (name: string, reasons?: readonly string[]): Error =>
  Object.assign(new Error(`${name} (injected)`), {
    name,
    ...(reasons !== undefined && { CancellationReasons: reasons.map((Code) => ({ Code })) }),
  });

/** The error that each fault shows to the adapter, as the SDK gives it. */
const errors: Readonly<Partial<Record<FaultKind, (command: object) => Error>>> = {
  throttle: () => failure('ProvisionedThroughputExceededException'),
  'server-error': () => failure('InternalServerError'),
  'timeout-before': () => failure('TimeoutError'),
  'timeout-after': () => failure('TimeoutError'),
  conflict: (command) =>
    command instanceof TransactWriteCommand
      ? failure('TransactionCanceledException', ['None', 'TransactionConflict', 'None'])
      : failure('TransactionConflictException'),
  'in-progress': () => failure('TransactionInProgressException'),
  'mixed-reasons': () =>
    failure('TransactionCanceledException', ['ThrottlingError', 'None', 'TransactionConflict', 'ThrottlingError']),
};

const isWrite = (command: object): boolean =>
  !(command instanceof GetCommand || command instanceof BatchGetCommand || command instanceof QueryCommand);

const isIndexQuery = (command: object): command is QueryCommand =>
  command instanceof QueryCommand && command.input.IndexName !== undefined;

type Keys = { Keys?: Record<string, unknown>[]; ConsistentRead?: boolean };
const keysOf = (command: BatchGetCommand): Record<string, unknown>[] =>
  (command.input.RequestItems?.[tableName] as Keys | undefined)?.Keys ?? [];
const batchOf = (Keys: Record<string, unknown>[]): BatchGetCommand =>
  new BatchGetCommand({ RequestItems: { [tableName]: { Keys, ConsistentRead: true } } });
type BatchOutput = { readonly Responses?: Readonly<Record<string, readonly object[]>> };

/** Reads the first keys, lets others write, then reads the rest: a batch of reads is no snapshot. */
const torn = async (send: TableClient['send'], scheduler: Scheduler, command: BatchGetCommand): Promise<unknown> => {
  const keys = keysOf(command);
  const half = Math.ceil(keys.length / 2);
  if (keys.length < 2) return send(command);
  const first = (await send(batchOf(keys.slice(0, half)))) as BatchOutput;
  await scheduler.gate();
  const rest = (await send(batchOf(keys.slice(half)))) as BatchOutput;
  const items = [first, rest].flatMap(({ Responses }) => Responses?.[tableName] ?? []);
  return { Responses: { [tableName]: items }, UnprocessedKeys: {} };
};

/** Reads some keys and gives the others back unread. */
const unprocessed = async (send: TableClient['send'], command: BatchGetCommand): Promise<unknown> => {
  const keys = keysOf(command);
  const output = (await send(batchOf(keys.slice(0, 1)))) as BatchOutput;
  return keys.length < 2 ? output : { ...output, UnprocessedKeys: { [tableName]: { Keys: keys.slice(1) } } };
};

/** The recent commits, so that an index can be read as it was a moment ago. */
const recentCommits = (engine: InProcessEngine, now: () => number) => {
  const commits: { readonly at: number; readonly changes: readonly Change[] }[] = [];
  let replaying = false;
  engine.onCommit((changes) => {
    if (replaying) return;
    commits.push({ at: now(), changes });
    if (commits.length > 64) commits.shift();
  });
  const write = async (item: Readonly<Record<string, unknown>> | undefined, { key }: Change): Promise<void> => {
    if (item === undefined) await engine.client.send(new DeleteCommand({ TableName: tableName, Key: { ...key } }));
    else await engine.client.send(new PutCommand({ TableName: tableName, Item: { ...item } }));
  };
  return {
    /** Undoes what is younger than the lag, reads, and does it again; nobody runs meanwhile. */
    asOf: async (lagMs: number, read: () => Promise<unknown>): Promise<unknown> => {
      const young = commits.filter(({ at }) => at > now() - lagMs).flatMap(({ changes }) => changes);
      replaying = true;
      for (const change of young.toReversed()) await write(change.before, change);
      const output = await read();
      for (const change of young) await write(change.after, change);
      replaying = false;
      return output;
    },
    isReplaying: (): boolean => replaying,
  };
};

type Setup = {
  readonly engine: InProcessEngine;
  readonly scheduler: Scheduler;
  readonly faults: Injector;
  readonly now: () => number;
  readonly lagMs: () => number;
};

/** DynamoDB on a bad day: the in-process engine, with a boundary before each request and whatever goes wrong there. */
export const faultyTable = ({ engine, scheduler, faults, now, lagMs }: Setup) => {
  const recent = recentCommits(engine, now);
  const send = (command: object): Promise<unknown> => engine.client.send(command as never);

  const readBatch = async (command: BatchGetCommand): Promise<unknown> => {
    const fault = faults.at('read');
    if (fault === 'crash-before') return scheduler.crash();
    if (fault === 'torn-read') return torn(send, scheduler, command);
    if (fault === 'unprocessed-keys') return unprocessed(send, command);
    return failOrSend(fault, command);
  };

  const readOne = async (command: object): Promise<unknown> => {
    const fault = isIndexQuery(command)
      ? faults.at('query')
      : faults.at('read', (kind) => kind !== 'torn-read' && kind !== 'unprocessed-keys');
    if (fault === 'crash-before') return scheduler.crash();
    if (fault === 'stale-read') return recent.asOf(lagMs() % lagMsMax, () => send(command));
    return failOrSend(fault, command);
  };

  const failOrSend = async (fault: FaultKind | undefined, command: object): Promise<unknown> => {
    const error = fault === undefined ? undefined : errors[fault];
    if (error !== undefined) throw error(command);
    return send(command);
  };

  const write = async (command: object): Promise<unknown> => {
    const fault = faults.at('write');
    if (fault === 'crash-before') return scheduler.crash();
    if (fault === 'crash-after') {
      await send(command).catch(() => undefined);
      return scheduler.crash();
    }
    if (fault === 'timeout-after') await send(command).catch(() => undefined);
    return failOrSend(fault, command);
  };

  const client: TableClient = {
    send: async (command) => {
      // Capacity is measured elsewhere; here it would only cost time.
      delete (command as { input?: { ReturnConsumedCapacity?: unknown } }).input?.ReturnConsumedCapacity;
      await scheduler.gate();
      if (command instanceof BatchGetCommand) return readBatch(command);
      return isWrite(command) ? write(command) : readOne(command);
    },
  };
  return { client, isReplaying: recent.isReplaying };
};
