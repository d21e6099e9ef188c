import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '../../functions/_storage/commands.ts';
import type { DynamoClient } from './client.ts';
import { validation } from './errors.ts';
import { queryItems } from './query.ts';
import { batchGetItems, getItem } from './read.ts';
import { type CommitListener, createTable } from './table.ts';
import type { TableDefinition } from './table-definition.ts';
import { createTokens } from './tokens.ts';
import { transactWrite } from './transact.ts';
import type { Item } from './values.ts';
import { deleteItem, putItem } from './write.ts';

export type InProcessEngine = {
  /** Stands in for the client of DynamoDB. Each request is one indivisible step. */
  readonly client: DynamoClient;
  /** Hears of every commit at once and in order, all changes of a transaction together. Returns its own end. */
  readonly onCommit: (listener: CommitListener) => () => void;
  /** Every item, for tests that look at the whole book; production code has no scan. */
  readonly items: () => readonly Item[];
};

/**
 * A DynamoDB in this process: the same commands, conditions, transactions, cancellation reasons, capacity and stream.
 * Volatile. It knows what the storage adapter uses and refuses the rest; UpdateItem and Scan are refused by intent.
 * `now` gives milliseconds and only ages the tokens of transactions.
 */
export const createInProcessEngine = (definition: TableDefinition, now: () => number = Date.now): InProcessEngine => {
  const table = createTable(definition);
  const tokens = createTokens(now);

  const answer = (command: unknown): object => {
    if (command instanceof GetCommand) return getItem(table, command.input);
    if (command instanceof BatchGetCommand) return batchGetItems(table, command.input);
    if (command instanceof QueryCommand) return queryItems(table, command.input);
    if (command instanceof PutCommand) return putItem(table, command.input);
    if (command instanceof DeleteCommand) return deleteItem(table, command.input);
    if (command instanceof TransactWriteCommand) return transactWrite(table, tokens, command.input);
    throw validation(`The in-process engine refuses ${command?.constructor.name ?? command}`);
  };

  // A command's class tells what is answered, and the compiler does not follow `instanceof` into the type of an answer.
  const send = (async (command: unknown) => answer(command)) as DynamoClient['send'];
  return { client: { send }, onCommit: table.onCommit, items: table.all };
};
