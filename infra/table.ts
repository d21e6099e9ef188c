import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { tableDefinition } from '../functions/_storage/keys.ts';
import type { Stage } from './stages.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The one table, as the storage adapter defines it. Its name is fixed, so that no change of the template can replace
 * it, and a stage belongs in an account of its own.
 */
export const binderyTable = (stack: Stack, { keepsData }: Stage, encryptionKey: Key): Table => {
  const table = new Table(stack, 'Table', {
    tableName: tableDefinition.tableName,
    partitionKey: text(tableDefinition.keys.pk),
    sortKey: text(tableDefinition.keys.sk),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: StreamViewType.NEW_IMAGE,
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const { name, pk, sk } of tableDefinition.indexes)
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(pk),
      sortKey: text(sk),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  return table;
};
