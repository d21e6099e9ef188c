import { type InName, inRegion } from '../_kit/aws/in-region.ts';
import type { TableClient } from './client.ts';
import { tableClient } from './table-client.ts';

/** DynamoDB itself. */
export const dynamoDb = (inName: InName): TableClient => tableClient(inRegion('dynamodb', inName)) as TableClient;
