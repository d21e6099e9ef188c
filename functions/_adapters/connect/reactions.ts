import { setTimeout as wait } from 'node:timers/promises';
import type { Reactions } from '../../_kit/services.ts';
import { auditTable } from '../../_storage/audit-table.ts';
import { dynamoDb } from '../../_storage/dynamodb.ts';
import { quietFeed } from '../quiet-feed.ts';

/** Rest, as the feed in the table shows it. */
export const connect = (): Reactions => quietFeed(auditTable(dynamoDb()), (ms) => wait(ms));
