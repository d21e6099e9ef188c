import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild';
import { withoutFetch } from './built-ins.ts';
import { compiledSchemas } from './compiled/plugin.ts';
import {
  lambdaCredentials,
  withoutErrorForms,
  withoutJsonSchema,
  withoutReference,
  withoutUnquoted,
} from './slimming.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What a function may read when it starts, minified. A cold start pays a quarter of a millisecond for each kilobyte. Of
 * a quote's 82 kB the verification of tokens takes 18, products and schemas 12 each.
 */
export const bytesMax = { own: 85_000, shared: 500_000 } as const;

export type BundleRequest = {
  readonly name: string;
  readonly source: string;
  readonly bytesMax: number;
  /** Products with only what a price needs: for the function that quotes. */
  readonly light?: boolean;
  /** What is changed before anything else: a measurement has products of its own. */
  readonly plugins?: readonly Plugin[];
};
export type Bundle = { readonly folder: string; readonly bytes: number };

const slim = [compiledSchemas, withoutJsonSchema, withoutErrorForms, withoutReference, withoutFetch];

const packageOf = (path: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');

/** The packages and folders that weigh most in a bundle, for the sentence that refuses it. */
const heaviest = ({ outputs }: Metafile, read: readonly string[]): string => {
  const weights = new Map<string, number>();
  const inputs = read.flatMap((path) => Object.entries(outputs[path]?.inputs ?? {}));
  for (const [path, { bytesInOutput }] of inputs) {
    weights.set(packageOf(path), (weights.get(packageOf(path)) ?? 0) + bytesInOutput);
  }
  const top = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  return top.map(([name, bytes]) => `${name} ${bytes}`).join(', ');
};

/** The file that Lambda runs; whatever else is an entry for esbuild is fetched when somebody asks for it. */
const entryFile = 'index.mjs';

/** What is read when a function starts: its entry, and whatever that imports at once. */
const readAtOnce = ({ outputs }: Metafile): readonly string[] => {
  const entry = Object.keys(outputs).find((path) => basename(path) === entryFile) ?? '';
  const read = new Set([entry]);
  // A set that grows while it is walked is walked to its end.
  for (const path of read) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && imported in outputs) read.add(imported);
  }
  return [...read];
};

/** How anything is bundled for Lambda: one minified ES module for this Node, ES sources first, nothing external. */
export const forLambda: BuildOptions = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  // Some packages are still CommonJS inside and ask for node's own modules by `require`.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
};

const built = ({ name, source, light = false, plugins = [] }: BundleRequest) =>
  build({
    ...forLambda,
    stdin: { contents: source, resolveDir: root, sourcefile: `${name}.ts`, loader: 'ts' },
    absWorkingDir: root,
    outdir: '.',
    entryNames: 'index',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    splitting: true,
    sourcemap: 'external',
    alias: lambdaCredentials,
    plugins: [...plugins, ...(light ? [withoutUnquoted] : []), ...slim],
    charset: 'utf8',
    logLevel: 'silent',
  });

const writing = '.part';

/**
 * Lays files into a folder, and takes away what is no more. Whoever bundles the same meanwhile, or reads, finds each
 * file whole: chunks are named by what they hold.
 */
const lay = (folder: string, files: readonly OutputFile[]): void => {
  mkdirSync(folder, { recursive: true });
  const names = new Set(files.map(({ path }) => basename(path)));
  for (const { path, contents } of files) {
    const file = join(folder, basename(path));
    const aside = `${file}.${process.pid}-${threadId}${writing}`;
    writeFileSync(aside, contents);
    renameSync(aside, file);
  }
  const stray = readdirSync(folder).filter((name) => !names.has(name) && !name.endsWith(writing));
  for (const name of stray) rmSync(join(folder, name), { force: true });
};

const make = async (request: BundleRequest): Promise<Bundle> => {
  const { name, bytesMax } = request;
  const { outputFiles, metafile } = await built(request);
  const read = readAtOnce(metafile);
  const bytes = read.reduce((sum, path) => sum + (metafile.outputs[path]?.bytes ?? 0), 0);
  if (bytes > bytesMax)
    throw new Error(
      `The function ${name} weighs ${bytes} bytes; the most is ${bytesMax}. Heaviest: ${heaviest(metafile, read)}.`,
    );
  const folder = join(root, '.build', 'functions', name);
  // The maps stay here, for reading stack traces; they would only make the function heavier.
  const maps = join(root, '.build', 'maps', name);
  const isMap = ({ path }: OutputFile): boolean => path.endsWith('.map');
  lay(
    folder,
    outputFiles.filter((one) => !isMap(one)),
  );
  lay(maps, outputFiles.filter(isMap));
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
