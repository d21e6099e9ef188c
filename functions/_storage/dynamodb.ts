import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bounded } from '../_kit/bounded.ts';
import type { TableClient } from './client.ts';

/**
 * DynamoDB itself. The SDK sends a request up to three times, under one client token; a call that hangs is given up so
 * early that the command can still read back what happened before its function ends.
 */
export const dynamoDb = (): TableClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(bounded), {
    marshallOptions: { removeUndefinedValues: false },
  }) as TableClient;
