import * as http from 'node:http';
import * as https from 'node:https';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { withoutFetch } from '../../infra/built-ins.ts';
import { importsHttp } from './imports-http.ts';

const bundled = async (contents: string) => {
  const { outputFiles } = await build({
    stdin: { contents },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    plugins: [withoutFetch],
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, module: await import(`data:text/javascript,${encodeURIComponent(code)}`) };
};

describe('a bundle with HTTP in it', () => {
  it.each([
    `import { Agent, request } from 'node:https'; import { STATUS_CODES } from 'http';
     export { Agent, request, STATUS_CODES };`,
    `import http from 'node:http'; import * as https from 'https';
     export const { STATUS_CODES } = http; export const { Agent, request } = https;`,
    `const { Agent, request } = await import('node:https'); const { STATUS_CODES } = await import('node:http');
     export { Agent, request, STATUS_CODES };`,
  ])('has Node’s own, however it is imported', async (source) => {
    const { code, module } = await bundled(source);
    expect(module).toMatchObject({ Agent: https.Agent, request: https.request, STATUS_CODES: http.STATUS_CODES });
    expect(code).not.toMatch(importsHttp);
  });
});
