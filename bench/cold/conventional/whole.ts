import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { chain, json } from './chain.ts';
import { quote } from './quote.ts';

/**
 * The conventional function: middy with five middlewares, Powertools' three, zod, the document client and EventBridge.
 * It keeps its quotes and tells the bus of them, for that is what it carries those clients for.
 */
const logger = new Logger({ serviceName: 'quotes' });
const metrics = new Metrics({ namespace: 'Quotes', serviceName: 'quotes' });
const tracer = new Tracer({ serviceName: 'quotes' });
const table = DynamoDBDocumentClient.from(tracer.captureAWSv3Client(new DynamoDBClient({})), {
  marshallOptions: { removeUndefinedValues: true },
});
const bus = tracer.captureAWSv3Client(new EventBridgeClient({}));

export const handler = chain(async (event) => {
  const { tenant, items } = await quote(event);
  const id = items.map((item) => (item.outcome === 'offered' ? item.offer.offerId : item.itemId)).join();
  await table.send(new PutCommand({ TableName: 'bindery', Item: { pk: `QUOTE#${id}`, sk: 'QUOTE', tenant, items } }));
  const Detail = JSON.stringify({ tenant, id });
  await bus.send(new PutEventsCommand({ Entries: [{ Source: 'quotes', DetailType: 'quoted', Detail }] }));
  metrics.addMetric('quotes', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  logger.info('quoted', { tenant, id });
  return json({ items });
});
