import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { undescribed } from '../slimming.ts';
import { moduleSource } from './module-source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isSchemaFile = /domain[\\/].*schema\.ts$/;
/** The schemas as they are written, which import each other and zod. */
const whole = 'whole-schema';
/** A copy of the few helpers of zod that compiled functions call: shared with the schemas, all would be read. */
const part = 'zod-part';
const partOf = (name: string): string => fileURLToPath(new URL(`${name}.js`, import.meta.resolve('zod/v4/core')));

/**
 * Puts functions that zod wrote where a bundle has schemas. The schemas, and zod with them, stand in a file of their
 * own that is read when a value is refused, to say why.
 */
export const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^whole-schema:/ }, ({ path }) => ({ path: path.slice(whole.length + 1), namespace: whole }));
    onResolve({ filter: /^zod-part:/ }, ({ path }) => ({
      path: partOf(path.slice(part.length + 1)),
      namespace: part,
      sideEffects: false,
    }));
    onResolve({ filter: /^\./, namespace: part }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: part,
      sideEffects: false,
    }));
    onLoad({ filter: /./, namespace: part }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      resolveDir: dirname(path),
    }));
    onResolve({ filter: /schema\.ts$/, namespace: whole }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: whole,
    }));
    onLoad({ filter: isSchemaFile, namespace: whole }, async ({ path }) => ({
      contents: undescribed(await readFile(path, 'utf8')),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
    onLoad({ filter: isSchemaFile }, async ({ path }) => ({
      contents: await moduleSource(path, `${whole}:${path}`),
      loader: 'ts',
      resolveDir: root,
    }));
  },
};
