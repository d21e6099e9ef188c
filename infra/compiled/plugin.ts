import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { undescribed } from '../slimming.ts';
import { moduleSource } from './module-source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schemaFile = /(?:domain|functions)[\\/].*schema\.ts$/;
/** The schemas as they are written, with copies of what they import: what is shared would be a file more to read. */
const whole = 'whole-schema';
/** A copy of the few helpers of zod that compiled functions call: shared with the schemas, all would be read. */
const part = 'zod-part';
const partOf = (name: string): string => fileURLToPath(new URL(`${name}.js`, import.meta.resolve('zod/v4/core')));

const inside =
  (namespace: string) =>
  ({ path, resolveDir }: OnResolveArgs): OnResolveResult => ({
    path: join(resolveDir, path),
    namespace,
    sideEffects: false,
  });

/**
 * Puts functions that zod wrote where a bundle has schemas. The schemas, and zod with them, stand in files of their own
 * that are read when a value is refused, to say why.
 */
export const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^whole-schema:/ }, ({ path }) => ({
      path: path.slice(whole.length + 1),
      namespace: whole,
      sideEffects: false,
    }));
    onResolve({ filter: /^zod-part:/ }, ({ path }) => ({
      path: partOf(path.slice(part.length + 1)),
      namespace: part,
      sideEffects: false,
    }));
    onResolve({ filter: /^\./, namespace: part }, inside(part));
    onResolve({ filter: /^\./, namespace: whole }, inside(whole));
    onLoad({ filter: /./, namespace: part }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      resolveDir: dirname(path),
    }));
    onLoad({ filter: /./, namespace: whole }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return {
        contents: schemaFile.test(path) ? undescribed(source) : source,
        loader: 'ts',
        resolveDir: dirname(path),
      };
    });
    onLoad({ filter: schemaFile }, async ({ path }) => ({
      contents: await moduleSource(path, `${whole}:${path}`),
      loader: 'ts',
      resolveDir: root,
    }));
  },
};
