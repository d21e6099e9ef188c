import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { tableDefinition } from '../functions/_storage/keys.ts';
import type { Stage } from './stages.ts';

/** What a table is called in rights; the stream of a replica is known once it is there. */
export type TableNames = { readonly tableArn: string; readonly tableStreamArn?: string | undefined };

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The same key in another Region: keys of all Regions have one id. */
const keyArnIn = (stack: Stack, region: string, { keyId }: IKey): string =>
  stack.formatArn({ service: 'kms', region, resource: 'key', resourceName: keyId });

/**
 * The one table, as the storage adapter defines it, and its replica where the stage has a standby. Its name is fixed,
 * so that no change of the template can replace it, and a stage belongs in an account of its own.
 */
export const binderyTable = (stack: Stack, stage: Stage, key: IKey): TableNames => {
  const { keepsData, regions } = stage;
  const guarded = {
    deletionProtection: keepsData,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  };
  const { standby } = regions;
  const replicas = standby === undefined ? [] : [{ region: standby, ...guarded }];
  const copies = standby === undefined ? {} : { [standby]: keyArnIn(stack, standby, key) };
  return new TableV2(stack, 'Table', {
    tableName: tableDefinition.tableName,
    partitionKey: text(tableDefinition.keys.pk),
    sortKey: text(tableDefinition.keys.sk),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key, copies),
    ...guarded,
    // Replication needs both images.
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    replicas,
    globalSecondaryIndexes: tableDefinition.indexes.map(({ name, pk, sk }) => ({
      indexName: name,
      partitionKey: text(pk),
      sortKey: text(sk),
      projectionType: ProjectionType.KEYS_ONLY,
    })),
  });
};

/** The replica, as the stacks of the standby see it. */
export const replicaTable = (stack: Stack, { standbyStream }: Stage): TableNames => ({
  tableArn: stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableDefinition.tableName }),
  tableStreamArn: standbyStream,
});
