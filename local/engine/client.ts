import type { TableCommand } from '../../functions/_storage/commands.ts';

/** What the storage adapter needs of DynamoDB: its client's `send`, and nothing more. */
export type DynamoClient = {
  send<Output extends object>(command: TableCommand<object, Output>): Promise<Output>;
};
