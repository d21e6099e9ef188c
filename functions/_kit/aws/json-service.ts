import { crc32 } from 'node:zlib';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { type Answer, exchangeWith, type Patience } from './exchange.ts';
import { retried, type Strategy } from './retried.ts';
import { type Refusal, refusalIn } from './service-error.ts';

type Headers = Readonly<Record<string, string>>;
export type Sign = (url: URL, headers: Headers, body: string) => Headers | Promise<Headers>;

/** Where a service is, how a request to it is signed, and how long it is waited for. */
export type ServiceAt = {
  readonly url: URL;
  readonly sign: Sign;
  readonly patience: Patience;
  readonly attempts: number;
  readonly strategy?: Strategy;
};

/** What one service's protocol has of its own. */
type Protocol = {
  readonly version: '1.0' | '1.1';
  /** The name under which it has its operations. */
  readonly target: string;
  /** The most that is waited before the second attempt; what the SDK waits for most services unless said. */
  readonly baseDelay?: number;
  readonly errorOf: (refusal: Refusal) => Error;
};

/** Some services say what an answer sums up to; one that was changed on its way is asked for again. */
const intact = ({ headers, bytes }: Answer): void => {
  const sum = headers['x-amz-crc32'];
  if (sum === undefined || Number(sum) === crc32(bytes)) return;
  throw Object.assign(new Error(`The answer does not sum up to ${sum}.`), { name: 'ChecksumError', $retryable: {} });
};

/**
 * The protocol of many services of AWS: JSON over HTTP, and the operation in a header. The bytes of a request are the
 * same in every attempt; only the signature is new.
 */
export const jsonService = (at: ServiceAt, { version, target, baseDelay, errorOf }: Protocol) => {
  const { url, sign, patience, attempts } = at;
  const { post, destroy } = exchangeWith(url, patience);
  const waits = baseDelay === undefined ? {} : { baseDelay };
  const strategy = at.strategy ?? new StandardRetryStrategy({ maxAttempts: attempts, ...waits });
  const ask = (operation: string, input: object): Promise<object> => {
    const body = JSON.stringify(input);
    const headers = {
      host: url.host,
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${target}.${operation}`,
    };
    return retried(strategy, async () => {
      const answer = await post(await sign(url, headers, body), body);
      intact(answer);
      const text = answer.bytes.toString();
      if (answer.status !== 200) throw errorOf(refusalIn(answer.status, text));
      return JSON.parse(text);
    });
  };
  return { ask, destroy };
};
