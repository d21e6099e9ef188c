import { setTimeout as wait } from 'node:timers/promises';
import type { Reactions } from '../../_kit/services.ts';
import { auditTable } from '../../_storage/audit-table.ts';

import { lambdaTable } from '../lambda-table.ts';
import { quietFeed } from '../quiet-feed.ts';

/** Rest, as the feed in the table shows it. */
export const connect = (): Reactions => quietFeed(auditTable(lambdaTable())({ read: 0, write: 0 }), (ms) => wait(ms));
