import { readFileSync } from 'node:fs';
import type { Table } from './suite.ts';

/** One run of a suite, as it is kept: of what code, where and when, and how busy the machine was before and after. */
export type Kept = {
  readonly at: string;
  readonly commit: string;
  readonly node: string;
  readonly machine: string;
  /** The versions of what is compared with us, by package. */
  readonly peers: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly load: readonly [before: number, after: number];
  readonly tables: readonly Table[];
};

/** The newest run of each suite, by its name. */
export type Results = Readonly<Record<string, Kept>>;

/** What was kept in a file; nothing where there is none yet. */
export const readResults = (file: string): Results => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (thrown) {
    if (Object(thrown).code === 'ENOENT') return {};
    throw thrown;
  }
};
