import type { App } from 'aws-cdk-lib';
import { type Place, stackIn } from './places.ts';
import { type StaffPool, staffPool } from './staff-pool.ts';
import type { Stage } from './stages.ts';

/** Where the insurer's people log in. There is one directory, at home: a pool cannot be copied to another Region. */
export const peopleStack = (app: App, stage: Stage, home: Place): StaffPool =>
  staffPool(stackIn(app, stage, home, { part: 'people', description: 'the staff directory.', holdsData: true }), stage);
