import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type ExpressionOf, validatorSource } from './source.ts';

/** What a schema file imports of ours, but other schemas: checks of our own stand there, where a bundle finds them. */
const checksBeside = (source: string): readonly string[] =>
  [...source.matchAll(/from '(\.[^']+\.ts)'/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.endsWith('schema.ts'));

type Modules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const importedFrom =
  (modules: Modules): ExpressionOf =>
  (value) =>
    [...modules.values()].flatMap((module, at) =>
      Object.entries(module).flatMap(([name, exported]) => (exported === value ? [`beside${at}.${name}`] : [])),
    )[0];

const load = (url: URL): Promise<Record<string, unknown>> => import(/* @vite-ignore */ url.href);

/**
 * A module that stands for a file of schemas: each one is a function that zod wrote, and knows where the schema itself
 * is, for only that can say why a value is refused. Whatever else the file exports comes from the file.
 */
export const moduleSource = async (path: string, whole: string): Promise<string> => {
  const url = pathToFileURL(path);
  const imports = checksBeside(await readFile(path, 'utf8'));
  const modules = new Map(
    await Promise.all(imports.map(async (name) => [name, await load(new URL(name, url))] as const)),
  );
  const exported = Object.entries(await load(url));
  const schemas = exported.filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);
  const others = exported.filter(([, value]) => !(value instanceof z.ZodType)).map(([name]) => name);
  const ours = importedFrom(modules);
  return [
    `import * as util from 'zod-part:util';`,
    `import * as regexes from 'zod-part:regexes';`,
    `import { compiled, INVALID } from './infra/compiled/compiled.ts';`,
    ...imports.map((name, at) => `import * as beside${at} from ${JSON.stringify(fileURLToPath(new URL(name, url)))};`),
    ...others.map((name) => `export { ${name} } from ${JSON.stringify(whole)};`),
    `const whole = () => import(${JSON.stringify(whole)});`,
    ...schemas.map(([name, schema]) => {
      const made = `compiled(${validatorSource(schema, ours)}, ${JSON.stringify(name)}, whole)`;
      return `export const ${name} = /* @__PURE__ */ ${made};`;
    }),
  ].join('\n');
};
