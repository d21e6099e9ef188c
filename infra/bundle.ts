import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import {
  lambdaCredentials,
  withoutDescriptions,
  withoutErrorForms,
  withoutJsonSchema,
  withoutReference,
  withoutUnquoted,
} from './slimming.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What a function may weigh, minified. A cold start pays a quarter of a millisecond for each kilobyte. Of a quote's 145
 * kB schemas take 80, the verification of tokens 18 and products 12.
 */
export const bytesMax = { own: 150_000, shared: 800_000 } as const;

export type BundleRequest = { readonly name: string; readonly source: string; readonly bytesMax: number };
export type Bundle = { readonly folder: string; readonly bytes: number };

const slim = [withoutJsonSchema, withoutErrorForms, withoutDescriptions, withoutReference];

const packageOf = (path: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');

/** The packages and folders that weigh most in a bundle, for the sentence that refuses it. */
const heaviest = ({ outputs }: Metafile): string => {
  const weights = new Map<string, number>();
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  for (const [path, { bytesInOutput }] of inputs) {
    weights.set(packageOf(path), (weights.get(packageOf(path)) ?? 0) + bytesInOutput);
  }
  const top = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  return top.map(([name, bytes]) => `${name} ${bytes}`).join(', ');
};

const make = async ({ name, source, bytesMax }: BundleRequest): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: `${name}.ts`, loader: 'ts' },
    absWorkingDir: root,
    outfile: `${name}.mjs`,
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    sourcemap: 'external',
    legalComments: 'none',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Some packages are still CommonJS inside and ask for node's own modules by `require`.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    alias: lambdaCredentials,
    plugins: [...slim, ...(name === 'create-quote' ? [withoutUnquoted] : [])],
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [map, code] = outputFiles;
  if (map === undefined || code === undefined) throw new Error(`${name} was not bundled.`);
  const bytes = code.contents.byteLength;
  if (bytes > bytesMax)
    throw new Error(
      `The function ${name} weighs ${bytes} bytes; the most is ${bytesMax}. Heaviest: ${heaviest(metafile)}.`,
    );
  const folder = join(root, '.build', 'functions', name);
  // The map stays here, for reading stack traces; it would only make the function heavier.
  const maps = join(root, '.build', 'maps');
  for (const path of [folder, maps]) mkdirSync(path, { recursive: true });
  writeFileSync(join(folder, 'index.mjs'), code.contents);
  writeFileSync(join(maps, `${name}.mjs.map`), map.contents);
  return { folder, bytes };
};

const made = new Map<string, Promise<Bundle>>();

/** Bundles a function into one file, once per process. Throws when it grew past what it may weigh. */
export const bundle = (request: BundleRequest): Promise<Bundle> => {
  const key = `${request.name}\n${request.source}\n${request.bytesMax}`;
  const known = made.get(key) ?? make(request);
  made.set(key, known);
  return known;
};
