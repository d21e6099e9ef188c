import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { isThrottlingError, isTransientError, StandardRetryStrategy } from '@smithy/core/retry';
import type { TableCommand } from './commands.ts';
import { answered, asked } from './documents.ts';
import { type Answer, exchangeWith, type Patience } from './exchange.ts';
import { refusalIn } from './table-error.ts';

type Headers = Readonly<Record<string, string>>;
export type Sign = (url: URL, headers: Headers, body: string) => Headers | Promise<Headers>;
type Strategy = Pick<StandardRetryStrategy, 'acquireInitialRetryToken' | 'refreshRetryTokenForRetry' | 'recordSuccess'>;
export type TableAt = {
  readonly url: URL;
  readonly sign: Sign;
  readonly patience: Patience;
  readonly attempts: number;
  readonly strategy?: Strategy;
};

/** Before the second attempt a random part of 25 ms is waited, and twice that before the third: what the SDK waits. */
const baseDelay = 25;

type Failure = Parameters<typeof isTransientError>[0];
const errorTypeOf = (error: Failure) => {
  if (isThrottlingError(error)) return 'THROTTLING';
  return isTransientError(error) ? 'TRANSIENT' : 'CLIENT_ERROR';
};

/** Tries again as the SDK does: after what passes, and while its budget for that lasts. */
const retried = async <T>(strategy: Strategy, attempt: () => Promise<T>): Promise<T> => {
  let token = await strategy.acquireInitialRetryToken('');
  for (;;) {
    try {
      const output = await attempt();
      strategy.recordSuccess(token);
      return output;
    } catch (error) {
      const info = { error: error as Failure, errorType: errorTypeOf(error as Failure) } as const;
      token = await strategy.refreshRetryTokenForRetry(token, info).catch(() => Promise.reject(error));
    }
  }
};

/** DynamoDB says what its answer sums up to; one that was changed on its way is asked for again. */
const intact = ({ headers, bytes }: Answer): void => {
  const sum = headers['x-amz-crc32'];
  if (sum === undefined || Number(sum) === crc32(bytes)) return;
  throw Object.assign(new Error(`The answer does not sum up to ${sum}.`), { name: 'ChecksumError', $retryable: {} });
};

/** A transaction that names no token gets one, so that its second attempt is the same transaction. */
const withToken = ({ operation, input }: TableCommand<object, object>): object => {
  if (operation !== 'TransactWriteItems') return input;
  const { ClientRequestToken = randomUUID() } = input as { readonly ClientRequestToken?: string };
  return { ...input, ClientRequestToken };
};

/**
 * DynamoDB's protocol: JSON over HTTP. The bytes of a request are the same in every attempt, and so is its client
 * token; only the signature is new.
 */
export const tableClient = ({ url, sign, patience, attempts, strategy }: TableAt) => {
  const { post, destroy } = exchangeWith(url, patience);
  const rules = strategy ?? new StandardRetryStrategy({ maxAttempts: attempts, baseDelay });
  const send = async <Output extends object>(command: TableCommand<object, Output>): Promise<Output> => {
    const { operation } = command;
    const body = JSON.stringify(asked(operation, withToken(command)));
    const headers = {
      host: url.host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const output = await retried(rules, async () => {
      const answer = await post(await sign(url, headers, body), body);
      intact(answer);
      const text = answer.bytes.toString();
      if (answer.status !== 200) throw refusalIn(answer.status, text);
      return JSON.parse(text);
    });
    return answered(operation, output) as Output;
  };
  return { send, destroy };
};
