import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { unquoted } from '../domain/products/quotable/schema.ts';

/**
 * Every zod schema can write itself as JSON Schema. The reference docs need that when they are generated; functions
 * never do, and it is a fifth of the library.
 */
export const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => name);
      const left = "const left = () => { throw new Error('JSON Schema is left out of the bundles.'); };";
      // Schemas make their method when they are made; only calling it is refused. One function serves all names.
      const named = names.map((name) => `made as ${name}`).join(', ');
      return { contents: [left, 'const made = () => left;', `export { ${named} };`].join('\n') };
    });
  },
};

/** Every error of zod can tell itself in other forms, of which functions use none: they answer issues by themselves. */
export const withoutMethods = (source: string): string =>
  source.replace(/^ {4}const proto = Object\.getPrototypeOf\(inst\);\n[\s\S]*?\n\};\n/m, '};\n');

export const withoutErrorForms: Plugin = {
  name: 'without-error-forms',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]classic[\\/]errors\.js$/ }, async ({ path }) => ({
      contents: withoutMethods(await readFile(path, 'utf8')),
    }));
  },
};

/** Where the call that opens at `(` ends; quoted text is skipped, so that a bracket in a sentence ends nothing. */
const endOfCall = (source: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (`'"\``.includes(character)) at = source.indexOf(character, at + 1);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error('A description in a schema never ends.');
};

/**
 * A schema's source without its descriptions and examples: they are for the reference, which is generated elsewhere.
 */
export const undescribed = (source: string): string => {
  const call = /\.(?:describe|meta)\(/.exec(source);
  if (call === null) return source;
  const end = endOfCall(source, call.index + call[0].length - 1);
  return source.slice(0, call.index) + undescribed(source.slice(end));
};

/** What contracts and refusals say for the reference and the alarms alone, as the formatter writes it. */
const prose = /^ +(?:(?:summary|description|ifBroken):\s+(['"`])(?:(?!\1).)*\1|example: \{.*\}),\n/gm;
export const withoutProse = (source: string): string => source.replace(prose, '');

export const withoutReference: Plugin = {
  name: 'without-reference',
  setup: ({ onLoad }) => {
    onLoad({ filter: /(?:domain|functions)[\\/].*(?:contract|refusals)\.ts$/ }, async ({ path }) => ({
      contents: withoutProse(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** A product without what no price and no offer needs of it; the compiler holds quoting to the rest. */
export const onlyQuotable = (document: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(document)).filter(([name]) => !isUnquoted(name))));
const isUnquoted = (name: string): boolean => unquoted.some((one) => one === name);

export const withoutUnquoted: Plugin = {
  name: 'without-unquoted',
  setup: ({ onLoad }) => {
    onLoad({ filter: /products[\\/]catalogue[\\/].*\.json$/ }, async ({ path }) => ({
      contents: onlyQuotable(await readFile(path, 'utf8')),
      loader: 'json',
    }));
  },
};

/** The SDK looks for credentials where Lambda never puts them. */
export const lambdaCredentials = {
  '@aws-sdk/credential-provider-node': './functions/_adapters/lambda-credentials.ts',
};
