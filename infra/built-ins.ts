import type { Plugin } from 'esbuild';

/**
 * `import 'node:http'` makes an ES module of it, which reads every name it exports, and one of them loads all that
 * `fetch` is made of: twice the processor time of the rest of a client. Taken from the process it is itself alone.
 */
const names = ['Agent', 'get', 'globalAgent', 'request', 'Server', 'createServer'];
const ofPlainHttp = [
  'ClientRequest',
  'IncomingMessage',
  'METHODS',
  'OutgoingMessage',
  'ServerResponse',
  'STATUS_CODES',
];

const source = (module: string): string =>
  [
    `const it = process.getBuiltinModule('node:${module}');`,
    'export default it;',
    `export const { ${[...names, ...(module === 'http' ? ofPlainHttp : [])].join(', ')} } = it;`,
  ].join('\n');

export const withoutFetch: Plugin = {
  name: 'without-fetch',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: path.replace('node:', ''),
      namespace: 'built-in',
      sideEffects: false,
    }));
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({ contents: source(path) }));
  },
};
