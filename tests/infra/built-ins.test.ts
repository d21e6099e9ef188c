import { readdirSync, readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { withoutFetch } from '../../infra/built-ins.ts';
import { bundlesOf } from '../../infra/bundles.ts';
import { groupsOf } from '../../infra/groups.ts';

/** As a module, statically or when it is needed. */
const importsHttp = /(?:from|import\(|import) ?["'](?:node:)?https?["']/;

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

  it('is what every function is: none imports it as a module, which would load all of fetch', async () => {
    const bundles = await bundlesOf(groupsOf(await loadCapabilities()));
    const importing = [...bundles].filter(([, { folder }]) =>
      readdirSync(folder).some((file) => importsHttp.test(readFileSync(join(folder, file), 'utf8'))),
    );
    expect(bundles.size).toBeGreaterThan(30);
    expect(importing.map(([name]) => name)).toEqual([]);
  });
});
