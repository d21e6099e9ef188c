import { suite as capacity } from './capacity/suite.ts';
import { suite as cold } from './cold/suite.ts';
import { suite as growth } from './growth/suite.ts';
import { suite as http } from './http/suite.ts';
import { suite as quote } from './quote/suite.ts';
import { suite as rating } from './rating/suite.ts';
import type { Suite } from './suite.ts';
import { suite as times } from './times/suite.ts';

/** Every question that is measured, in the order in which they run. */
export const suites: readonly Suite[] = [quote, rating, cold, capacity, growth, http, times];
