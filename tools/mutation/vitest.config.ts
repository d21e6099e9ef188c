import { defineConfig } from 'vitest/config';
import { groups } from './groups.ts';

const group = groups.find(({ name }) => name === process.env['BINDERY_MUTATION_GROUP']);

/** The tests of one group, each file in a fresh module graph: a mutant in a constant has to be loaded to be noticed. */
export default defineConfig({
  test: { include: [...(group?.tests ?? [])], pool: 'threads', testTimeout: 20_000 },
});
