import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { KeyNames, TableDefinition } from './table-definition.ts';

const activeSecondsMax = 60;

const keySchema = ({ pk, sk }: KeyNames) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

const createTable = ({ tableName, keys, indexes }: TableDefinition) =>
  new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(keys),
    AttributeDefinitions: [...new Set([keys, ...indexes].flatMap(({ pk, sk }) => [pk, sk]))].map((name) => ({
      AttributeName: name,
      AttributeType: 'S' as const,
    })),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      })),
    }),
  });

/** The keys of a table and its indexes as one text, to compare what is there with what is wanted. */
const shapeOf = (tableKeys: string, indexKeys: readonly string[]) => [tableKeys, ...[...indexKeys].sort()].join('; ');
const wantedShape = ({ keys, indexes }: TableDefinition) =>
  shapeOf(
    `${keys.pk},${keys.sk}`,
    indexes.map(({ name, pk, sk }) => `${name}:${pk},${sk}`),
  );

type Keyed = { readonly KeySchema?: readonly { readonly AttributeName?: string | undefined }[] | undefined };
const namesIn = ({ KeySchema = [] }: Keyed) => KeySchema.map(({ AttributeName }) => AttributeName).join(',');
const presentShape = (table: TableDescription) =>
  shapeOf(
    namesIn(table),
    (table.GlobalSecondaryIndexes ?? []).map((index) => `${index.IndexName}:${namesIn(index)}`),
  );

/** Creates the table when it is missing. Throws when one of that name has other keys or indexes, or cannot be read. */
export const ensureTable = async (client: DynamoDBDocumentClient, definition: TableDefinition): Promise<void> => {
  const name = { TableName: definition.tableName };
  try {
    const { Table: present } = await client.send(new DescribeTableCommand(name));
    const found = present === undefined ? 'nothing' : presentShape(present);
    if (found === wantedShape(definition)) return;
    throw new Error(`its table has the keys ${found}, but ${wantedShape(definition)} are needed`);
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  await client.send(createTable(definition));
  await waitUntilTableExists({ client, maxWaitTime: activeSecondsMax, minDelay: 1, maxDelay: 1 }, name);
};
