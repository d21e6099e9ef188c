import type { App, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { evidenceArchive } from './archive.ts';
import { webhookInbox } from './inbox.ts';
import type { Keys } from './keys.ts';
import { type Place, stackIn } from './places.ts';
import { copiedSecrets, type Secrets, serviceSecrets } from './secrets.ts';
import type { Stage } from './stages.ts';
import { binderyTable, replicaTable, type TableNames } from './table.ts';
import { alarmTopics, type Topics } from './topics.ts';

/** What every function of a place stands on, and what must outlive them all. */
export type Foundation = {
  readonly stack: Stack;
  readonly keys: Keys;
  readonly table: TableNames;
  readonly archive: Bucket;
  readonly inbox: Bucket;
  readonly secrets: Secrets;
  readonly bus: EventBus;
  readonly topics: Topics;
};

/** The home of the data, or the place where their copies stand ready. */
export const dataStack = (app: App, stage: Stage, place: Place, keys: Keys): Foundation => {
  const stack = stackIn(app, stage, place, {
    part: 'data',
    description: 'the table, the evidence archive, the inbox and secrets.',
    holdsData: true,
  });
  const isHome = place.site === 'home';
  return {
    stack,
    keys,
    table: isHome ? binderyTable(stack, stage, keys.storage) : replicaTable(stack, stage),
    archive: evidenceArchive(stack, stage, place, keys.storage),
    inbox: webhookInbox(stack, stage, keys.storage),
    secrets: isHome ? serviceSecrets(stack, stage, keys.storage) : copiedSecrets(stack, stage),
    bus: new EventBus(stack, 'Bus', { eventBusName: `bindery-${stage.name}` }),
    topics: alarmTopics(stack, stage),
  };
};
