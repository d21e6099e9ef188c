import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import cors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpSecurityHeaders from '@middy/http-security-headers';
import type * as z from 'zod';
import type { Tokens } from '../../../functions/_kit/platform.ts';
import * as given from '../given.ts';
import { tokensOf } from '../platform.ts';
import type { QuoteHandler } from '../task.ts';
import { Basket } from './forms.ts';
import { quote } from './quote.ts';
import type { FindSteps } from './tables.ts';

const logger = new Logger({ serviceName: 'quoting' });
const metrics = new Metrics({ namespace: 'Bindery', serviceName: 'quoting' });

type Event = Parameters<QuoteHandler>[0];
type Answer = Awaited<ReturnType<QuoteHandler>>;

const answer = (statusCode: number, body: unknown): Answer & { readonly headers: object } => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const bearer = ({ headers }: Event): string => headers.authorization.replace('Bearer ', '');

const pointersOf = (issue: z.core.$ZodIssue): readonly string[] => {
  const at = ['', ...issue.path].join('/');
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${at}/${key}`) : [at];
};

/** The envelope is of every product; whatever is wrong inside a form, or with the choice of one, is the form's. */
const isOfForm = ({ code, path }: z.core.$ZodIssue): boolean =>
  path.length > 3 || code === 'unrecognized_keys' || code === 'invalid_union';

const refusal = (issues: readonly z.core.$ZodIssue[]) => ({
  status: 422,
  code: issues.every(isOfForm) ? 'invalid-inputs' : 'invalid-request',
  errors: issues.flatMap((issue) => pointersOf(issue).map((pointer) => ({ pointer, detail: issue.message }))),
});

const respond = async (event: Event, tokens: Tokens, find: FindSteps): Promise<Answer> => {
  const verified = await tokens.verify(bearer(event));
  if (!verified?.actor.scopes.includes('quotes:write')) return answer(401, { message: 'Unauthorized' });
  const parsed = Basket.safeParse(event.body);
  return parsed.success ? answer(200, await quote(parsed.data, find)) : answer(422, refusal(parsed.error.issues));
};

/** The handler as most would write it: middy with its HTTP middlewares, zod, Powertools for line and metrics. */
export const conventional = (find: FindSteps): QuoteHandler => {
  const tokens = tokensOf(given);
  const handler: QuoteHandler = async (event, { awsRequestId }) => {
    const response = await respond(event, tokens, find);
    logger.info('quoted', { requestId: awsRequestId, status: response.statusCode });
    metrics.addMetric('calls', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
    return response;
  };
  const chain = middy()
    .use(httpHeaderNormalizer())
    .use(httpJsonBodyParser())
    .use(httpSecurityHeaders())
    .use(cors())
    .use(httpErrorHandler())
    .handler(handler as never);
  return chain as unknown as QuoteHandler;
};
