import * as z from 'zod';
import { besideOf, type Exports, exportsOf } from './beside.ts';
import { type ExpressionOf, validatorSource } from './source.ts';

type Modules = ReadonlyMap<string, Exports>;

/** Where the functions of some files can be imported from; a schema, or a set of words, is written out instead. */
const importedFrom = (modules: Modules): ExpressionOf => {
  const places = [...modules.values()].flatMap((module, at) =>
    Object.entries(module).map(([name, exported]) => [exported, `beside${at}.${name}`] as const),
  );
  const known = new Map(places.filter(([exported]) => typeof exported === 'function'));
  return (value) => known.get(value);
};

type File = { readonly whole: string; readonly ours: ExpressionOf };

/** A value as the text of an expression: schemas in it as functions that zod wrote, and all else as it is. */
const expressionOf = (value: unknown, path: string, { whole, ours }: File): string => {
  if (value instanceof z.ZodType) {
    const found = `() => import(${JSON.stringify(whole)}).then((all) => all.${path})`;
    return `/* @__PURE__ */ compiled(${validatorSource(value, ours)}, ${JSON.stringify(path)}, ${found})`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = Object.entries(value).map(([name, one]) => {
    const key = JSON.stringify(name);
    return [key, expressionOf(one, `${path}[${key}]`, { whole, ours })] as const;
  });
  if (Array.isArray(value)) return `[${inner.map(([, one]) => one).join(', ')}]`;
  return `{ ${inner.map(([key, one]) => `${key}: ${one}`).join(', ')} }`;
};

/**
 * A module that stands for a file of schemas: each one is a function that zod wrote, and knows where the schema itself
 * is, for only that can say why a value is refused. Functions that make schemas have done so, and are left out.
 */
export const moduleSource = async (path: string, whole: string): Promise<string> => {
  const modules = await besideOf(path);
  const ours = importedFrom(modules);
  const exported = Object.entries(await exportsOf(path));
  const values = exported
    .filter(([, value]) => typeof value !== 'function')
    .map(([name, value]) => {
      const text = expressionOf(value, name, { whole, ours });
      return `export const ${name} = ${text};`;
    });
  const imports = [...modules.keys()].map((one, at) => [`beside${at}`, one] as const);
  return [
    `import * as util from 'zod-part:util';`,
    `import * as regexes from 'zod-part:regexes';`,
    `import { compiled, INVALID } from './infra/compiled/compiled.ts';`,
    ...imports
      .filter(([name]) => values.some((text) => text.includes(`${name}.`)))
      .map(([name, one]) => `import * as ${name} from ${JSON.stringify(one)};`),
    ...values,
  ].join('\n');
};
