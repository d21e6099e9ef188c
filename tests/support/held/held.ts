import { routeKeyOf } from '../../../functions/_kit/http/route.ts';
import type { HttpHandler } from '../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { answerFaults } from './answers.ts';
import { noteMet } from './coverage.ts';
import { capabilities, operations } from './document.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import { requestFaults } from './requests.ts';

const of = (id: string) => operations.get(id);

/** Everything in which a request and its answer are not what the OpenAPI document says; nothing as it should be. */
export const faultsOf = (exchange: Exchange): readonly string[] => {
  const { operation, answer } = exchange;
  const where = `${operation.operationId} → ${answer.statusCode}`;
  const faults = [...answerFaults(exchange, of), ...requestFaults(exchange, of)];
  return faults.map((fault) => `${where}: ${fault}\n    ${answer.body.slice(0, 300)}`);
};

const found: string[] = [];

/** What was found since it was last asked; each test asks at its end (`setup.ts`). */
export const takeFaults = (): readonly string[] => found.splice(0);

/** Looks at one exchange, and remembers what is wrong with it until the test ends. */
export const heed = (exchange: Exchange): void => {
  found.push(...faultsOf(exchange));
  noteMet(exchange);
};

/** A route of ours that the document does not know; capabilities that tests make up are none of its matter. */
const isUndocumented = (capability: string | undefined): boolean =>
  capability !== undefined && capabilities.has(capability);

/** Which capability answers a route of these endpoints. */
export const capabilityIn = (endpoints: readonly Endpoint[]) => {
  const byRoute = new Map(endpoints.map(({ contract }) => [routeKeyOf(contract), contract.capability]));
  return (routeKey: string): string | undefined => byRoute.get(routeKey);
};

/**
 * Stands around a chain and looks at every answer that it gives. What it finds is told at the end of the test, where no
 * handler, retry or race can swallow it.
 */
export const held =
  (handle: HttpHandler, capabilityOf: (routeKey: string) => string | undefined = () => undefined): HttpHandler =>
  async (event, context) => {
    const answer = await handle(event, context);
    const exchange = exchangeOf(event, answer);
    if (exchange !== undefined) heed(exchange);
    else if (isUndocumented(capabilityOf(event.routeKey))) found.push(`${event.routeKey} is not in the document.`);
    return answer;
  };

/**
 * Looks at the first answer of each kind and then at every so-manieth of one chain, and throws what it finds: a
 * simulation of thousands of seeds has millions of answers, of few kinds. A seed that is run again alone is looked at
 * no less than before.
 */
export const sampled = (handle: HttpHandler, every: number): HttpHandler => {
  let count = 0;
  return async (event, context) => {
    const answer = await handle(event, context);
    count += 1;
    const exchange = exchangeOf(event, answer);
    if (exchange === undefined) throw new Error(`${event.routeKey} is not in the document.`);
    if (!noteMet(exchange) && count % every !== 0) return answer;
    const [fault] = faultsOf(exchange);
    if (fault !== undefined) throw new Error(`The OpenAPI document says otherwise: ${fault}`);
    return answer;
  };
};
