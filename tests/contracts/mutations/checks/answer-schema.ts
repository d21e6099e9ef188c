import { Problem } from '../../../../tools/generate/problem-schema.ts';
import { exchangeOf } from '../../../support/held/exchange.ts';
import { faultsOf } from '../../../support/held/held.ts';
import type { Answered } from '../stage/door.ts';

const isProblem = ({ headers, body }: Answered): boolean =>
  headers['content-type'] === 'application/problem+json' && Problem.safeParse(JSON.parse(body)).success;

/** How many faults of one answer are worth telling. */
const most = 5;
/** A provider proves its bytes by a signature; what it calls their type decides nothing. */
const isTypeOfProvider = (fault: string, { endpoint }: Answered): boolean =>
  endpoint?.contract.caller === 'provider' && fault.includes('→ 200: the body is ');

/**
 * What is wrong with an answer by the OpenAPI document, and with a request that had its effect although the document
 * would not have it so. What is answered before any operation is a problem.
 */
export const schemaFaults = (answered: Answered): readonly string[] => {
  const { event, statusCode, headers, body } = answered;
  const exchange = event === undefined ? undefined : exchangeOf(event, { statusCode, headers, body });
  if (exchange === undefined) return isProblem(answered) ? [] : ['What is answered before an operation is no problem.'];
  return faultsOf(exchange)
    .filter((fault) => !isTypeOfProvider(fault, answered))
    .map((fault) => fault.split('\n')[0] ?? fault)
    .slice(0, most);
};
