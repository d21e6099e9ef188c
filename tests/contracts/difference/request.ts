import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '../../../functions/_storage/commands.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import type { DynamoClient } from '../../../local/engine/client.ts';

export const { tableName: TableName } = tableDefinition;

/** One request as plain data, so that a sequence that goes wrong can be read. */
export type Request =
  | { readonly operation: 'put'; readonly input: PutCommandInput }
  | { readonly operation: 'delete'; readonly input: DeleteCommandInput }
  | { readonly operation: 'get'; readonly input: GetCommandInput }
  | { readonly operation: 'batch'; readonly input: BatchGetCommandInput }
  | { readonly operation: 'query'; readonly input: QueryCommandInput }
  | { readonly operation: 'transact'; readonly input: TransactWriteCommandInput };

/** What can be drawn: a request, the last transaction once more, or the page after the last one. */
export type Drawn = Request | { readonly operation: 'again' } | { readonly operation: 'next' };

const replaced = (value: unknown, tenant: string): unknown => {
  if (typeof value === 'string') return value.replaceAll('@', tenant);
  if (Array.isArray(value)) return value.map((each) => replaced(each, tenant));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, tenant)]));
};

/** A copy in which every `@` is the tenant, so that sequences over one table never meet. */
export const inTenant = <T>(drawn: T, tenant: string): T => replaced(drawn, tenant) as T;

export const send = (client: DynamoClient, request: Request): Promise<object> => {
  switch (request.operation) {
    case 'put':
      return client.send(new PutCommand(request.input));
    case 'delete':
      return client.send(new DeleteCommand(request.input));
    case 'get':
      return client.send(new GetCommand(request.input));
    case 'batch':
      return client.send(new BatchGetCommand(request.input));
    case 'query':
      return client.send(new QueryCommand(request.input));
    case 'transact':
      return client.send(new TransactWriteCommand(request.input));
  }
};
