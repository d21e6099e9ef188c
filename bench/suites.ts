import { suite as http } from './http/suite.ts';
import { suite as quote } from './quote/suite.ts';
import type { Suite } from './suite.ts';
import { suite as times } from './times/suite.ts';

/** Every question that is measured, in the order in which they run. */
export const suites: readonly Suite[] = [quote, http, times];
