import { randomUUID } from 'node:crypto';
import { jsonService, type ServiceAt } from '../_kit/aws/json-service.ts';
import type { TableCommand } from './commands.ts';
import { answered, asked } from './documents.ts';
import { tableErrorOf } from './table-error.ts';

/** Before the second attempt a random part of 25 ms is waited, and twice that before the third: what the SDK waits. */
const protocol = { version: '1.0', target: 'DynamoDB_20120810', baseDelay: 25, errorOf: tableErrorOf } as const;

/** A transaction that names no token gets one, so that its second attempt is the same transaction. */
const withToken = ({ operation, input }: TableCommand<object, object>): object => {
  if (operation !== 'TransactWriteItems') return input;
  const { ClientRequestToken = randomUUID() } = input as { readonly ClientRequestToken?: string };
  return { ...input, ClientRequestToken };
};

/** DynamoDB, asked in documents of plain values. */
export const tableClient = (at: ServiceAt) => {
  const { ask, destroy } = jsonService(at, protocol);
  const send = async <Output extends object>(command: TableCommand<object, Output>): Promise<Output> => {
    const { operation } = command;
    return answered(operation, await ask(operation, asked(operation, withToken(command)))) as Output;
  };
  return { send, destroy };
};
