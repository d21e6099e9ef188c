import { type App, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { alarmTopic } from './alarms.ts';
import { evidenceArchive } from './archive.ts';
import { webhookInbox } from './inbox.ts';
import { deploymentKeys } from './keys.ts';
import { serviceSecrets } from './secrets.ts';
import type { SecretService } from './services.ts';
import type { Stage } from './stages.ts';
import { binderyTable } from './table.ts';

/** What every function stands on, and what must outlive them all. */
export type Foundation = {
  readonly keys: { readonly storage: Key; readonly master: Key; readonly signing: Key; readonly token: Key };
  readonly table: Table;
  readonly archive: Bucket;
  readonly inbox: Bucket;
  readonly secrets: ReadonlyMap<SecretService, Secret>;
  readonly bus: EventBus;
  readonly topic: Topic;
};

export const dataStack = (app: App, stage: Stage): Foundation => {
  const stack = new Stack(app, `bindery-${stage.name}-data`, {
    description: 'Bindery: the table, the evidence archive, the inbox, keys and secrets.',
    terminationProtection: stage.keepsData,
  });
  const keys = deploymentKeys(stack, stage);
  return {
    keys,
    table: binderyTable(stack, stage, keys.storage),
    archive: evidenceArchive(stack, stage, keys.storage),
    inbox: webhookInbox(stack, stage, keys.storage),
    secrets: serviceSecrets(stack, stage, keys.storage),
    bus: new EventBus(stack, 'Bus', { eventBusName: `bindery-${stage.name}` }),
    topic: alarmTopic(stack, stage),
  };
};
