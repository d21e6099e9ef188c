import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { chain, json } from './chain.ts';
import { quote } from './quote.ts';

/** The conventional function of somebody who left out whatever a quote does not need: no SDK and no tracer. */
const logger = new Logger({ serviceName: 'quotes' });
const metrics = new Metrics({ namespace: 'Quotes', serviceName: 'quotes' });

export const handler = chain(async (event) => {
  const { tenant, items } = await quote(event);
  metrics.addMetric('quotes', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  logger.info('quoted', { tenant });
  return json({ items });
});
