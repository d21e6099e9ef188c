import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What the storage adapter needs of DynamoDB: the document client's `send`, and nothing more. */
export type DynamoClient = Pick<DynamoDBDocumentClient, 'send'>;
