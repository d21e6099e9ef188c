import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

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
      // Schemas make their method when they are made; only calling it is refused.
      return { contents: [left, ...names.map((name) => `export const ${name} = () => left;`)].join('\n') };
    });
  },
};

/** The SDK looks for credentials where Lambda never puts them. */
export const lambdaCredentials = {
  '@aws-sdk/credential-provider-node': './functions/_adapters/lambda-credentials.ts',
};
