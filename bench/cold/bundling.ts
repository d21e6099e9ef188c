import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { forLambda } from '../../infra/bundle.ts';
import { undescribed, withoutReference, withoutUnquoted } from '../../infra/slimming.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('.', import.meta.url));

export type Bundled = { readonly bundle: string; readonly bytes: number };

/**
 * The peers bring their own copy of the SDK's inner packages, a patch apart from ours. Whoever deploys has one; so does
 * the bundle.
 */
const oneSdk: Plugin = {
  name: 'one-sdk',
  setup: (building) => {
    building.onResolve({ filter: /^@(smithy|aws-sdk)\// }, async ({ path, kind, pluginData }) => {
      if (pluginData === 'asked' || path.startsWith('@aws-sdk/client-eventbridge')) return undefined;
      const found = await building.resolve(path, { kind, resolveDir: root, pluginData: 'asked' });
      return found.errors.length > 0 ? undefined : found;
    });
  },
};

/**
 * What `import 'node:http'` costs is undici, which ES modules load with it. The same module without that, for whoever
 * wants to know what the SDK would cost then.
 */
export const httpShim: Plugin = {
  name: 'http-shim',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'shim' }));
    onLoad({ filter: /.*/, namespace: 'shim' }, ({ path }) => ({
      contents: [
        `const real = process.getBuiltinModule('node:${path}');`,
        `export const { Agent, request, globalAgent${path === 'http' ? ', STATUS_CODES' : ''} } = real;`,
        'export default real;',
      ].join('\n'),
    }));
  },
};

/**
 * The conventional quote prices by our domain, and it is not made to carry what a function of ours leaves out of that:
 * descriptions, and what no price needs of a product. Its schemas it makes by zod, as one does.
 */
export const withoutReadingMatter: readonly Plugin[] = [
  withoutReference,
  withoutUnquoted,
  {
    name: 'without-descriptions',
    setup: ({ onLoad }) => {
      onLoad({ filter: /domain[\\/].*schema\.ts$/ }, async ({ path }) => ({
        contents: undescribed(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  },
];

/** As the best advice has it: everything in one module, minified. */
export const conventionally = async (
  entry: string,
  more: { readonly as?: string; readonly plugins?: readonly Plugin[] } = {},
): Promise<Bundled> => {
  const { as = entry.replace('/', '-').replace('.ts', ''), plugins = [] } = more;
  const outfile = join(root, '.build', 'bench', as, 'index.mjs');
  await build({
    ...forLambda,
    entryPoints: [join(folder, entry)],
    outfile,
    logLevel: 'error',
    plugins: [oneSdk, ...plugins],
  });
  return { bundle: outfile, bytes: statSync(outfile).size };
};
