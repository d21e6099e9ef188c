import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

/** The document client as its documentation shows it. */
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = ({ table, key }: { readonly table: string; readonly key: Record<string, string> }) =>
  client.send(new GetCommand({ TableName: table, Key: key }));
