import { setTimeout as wait } from 'node:timers/promises';
import type {
  CreateTableCommandInput,
  CreateTableCommandOutput,
  DescribeTableCommandInput,
  DescribeTableCommandOutput,
  TableDescription,
} from '@aws-sdk/client-dynamodb';
import { TableCommand } from '../../functions/_storage/commands.ts';
import type { DynamoClient } from './client.ts';
import type { KeyNames, TableDefinition } from './table-definition.ts';

/** Only engines on this machine are asked to make a table: in the cloud the infrastructure does. */
class CreateTableCommand extends TableCommand<CreateTableCommandInput, Omit<CreateTableCommandOutput, '$metadata'>> {
  readonly operation = 'CreateTable';
}
class DescribeTableCommand extends TableCommand<
  DescribeTableCommandInput,
  Omit<DescribeTableCommandOutput, '$metadata'>
> {
  readonly operation = 'DescribeTable';
}

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

const tableNamed = async (client: DynamoClient, TableName: string): Promise<TableDescription | undefined> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const whenActive = async (client: DynamoClient, name: string): Promise<void> => {
  for (let second = 0; second < activeSecondsMax; second += 1) {
    const table = await tableNamed(client, name);
    if (table?.TableStatus === 'ACTIVE') return;
    await wait(1_000);
  }
  throw new Error(`its table ${name} is not ready after ${activeSecondsMax} seconds`);
};

/** Creates the table when it is missing. Throws when one of that name has other keys or indexes, or cannot be read. */
export const ensureTable = async (client: DynamoClient, definition: TableDefinition): Promise<void> => {
  const present = await tableNamed(client, definition.tableName);
  if (present !== undefined) {
    const found = presentShape(present);
    if (found === wantedShape(definition)) return;
    throw new Error(`its table has the keys ${found}, but ${wantedShape(definition)} are needed`);
  }
  await client.send(createTable(definition));
  await whenActive(client, definition.tableName);
};
