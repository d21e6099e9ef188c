import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bindery as Platform } from '../support/bindery.ts';
import { aPlatform } from './platform.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const browser = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path): path is string => path !== undefined && existsSync(path));
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

let platform: Platform;
/** A project of somebody else's, with the package as npm would put it there. */
let project = '';
let installed = '';
beforeAll(async () => {
  platform = await aPlatform();
  await run(process.execPath, [join(root, 'tools', 'sdk.ts'), 'build']);
  project = await mkdtemp(join(tmpdir(), 'bindery-shop-'));
  installed = join(project, 'node_modules', '@bindery', 'sdk');
  await mkdir(installed, { recursive: true });
  await cp(join(root, 'sdk', 'dist'), installed, { recursive: true });
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
});
afterAll(async () => {
  await platform.stop();
  await rm(project, { recursive: true });
});

/** Every Node that is here: the one that runs this, and the one that the machine has, which may be older. */
const nodes = [process.execPath, 'node'].filter((node) => {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout)?.[1]) >= 20;
});

describe('the package as it is published', () => {
  it.each(nodes)('sells with plain JavaScript: %s', async (node) => {
    await writeFile(
      join(project, 'shop.js'),
      `import { BinderyProblem, formatMoney } from '@bindery/sdk';
       import { openSandbox } from '@bindery/sdk/sandbox';
       const { bindery } = await openSandbox({ baseUrl: process.env.BINDERY_URL, name: 'Built' });
       const insuredObject = { orderNumber: 'SO-20261123-0042', category: 'apparel', distance: 'neighbour',
         buyerReturnRate: '0.20', sellerRating: '4.7' };
       const item = { itemId: 'line-1', productId: 'return-freight', insuredObject };
       const { items: [line] } = await bindery.createQuote({ items: [item] });
       console.log(formatMoney(line.offer.premium.gross, 'en'));
       await bindery.getPolicy({ policyId: 'pol_' + '0'.repeat(26) })
         .catch((thrown) => console.log(thrown instanceof BinderyProblem, thrown.problem.code));`,
    );
    const env = { ...process.env, BINDERY_URL: platform.url };
    const { stdout } = await run(node, [join(project, 'shop.js')], { env });
    expect(stdout.trim().split('\n')).toEqual(['CN¥4.32', 'true policy-not-found']);
  });
  it.each(nodes)('has a command: %s', async (node) => {
    const command = join(installed, 'cli', 'main.js');
    expect((await readFile(command, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true);
    const { stdout } = await run(node, [command, 'health', 'get', '--url', platform.url, '--pick', 'status']);
    expect(stdout.trim()).toBe('ok');
  });
  it('is typed for whoever checks strictly, libraries included', async () => {
    await writeFile(
      join(project, 'typed.ts'),
      `import { createBindery, type Problem, verifyWebhook } from '@bindery/sdk';
       import { sandboxOf } from '@bindery/sdk/sandbox';
       const bindery = createBindery({ baseUrl: '', token: () => '' });
       export const sold = async (): Promise<string> => (await bindery.getPolicy({ policyId: '' })).policyId;
       export const why = (problem: Problem<'bindPolicy'>): string =>
         problem.code === 'quote-expired' ? problem.facts.expiredAt : problem.title;
       // @ts-expect-error there is no such field
       export const wrong = bindery.getPolicy({ policy: '' });
       export { sandboxOf, verifyWebhook };`,
    );
    const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(
      process.execPath,
      [tsc, ...flags, '--skipLibCheck', 'false', '--types', '', join(project, 'typed.ts')],
      { encoding: 'utf8', cwd: project },
    );
    expect([status, stdout]).toEqual([0, '']);
  });
  it('depends on nothing, and is small in a page', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect([manifest.dependencies, manifest.private]).toEqual([undefined, undefined]);
    const { outputFiles } = await build({
      ...{ entryPoints: [join(installed, 'bindery.js')], bundle: true, minify: true, write: false },
      ...{ format: 'esm', platform: 'browser' },
    });
    expect(outputFiles[0]?.contents.length).toBeLessThan(30_000);
  });
});

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

/** A shop's page and the SDK beside it, from an origin of its own. */
const aShop = async (token: string) => {
  const page = `<!doctype html><title>Shop</title><script type="module">
    import { createBindery, signWebhook, verifyWebhook } from '/sdk/bindery.js';
    const bindery = createBindery({ baseUrl: ${JSON.stringify(platform.url)}, token: () => '${token}' });
    const { value, requestId } = await bindery.listProducts().withResponse();
    const refused = await bindery.getPolicy({ policyId: 'pol_' + '0'.repeat(26) }).result();
    const key = 'browser-' + crypto.randomUUID();
    const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN' };
    const first = await bindery.registerCustomer(buyer, { idempotencyKey: key }).withResponse();
    const again = await bindery.registerCustomer(buyer, { idempotencyKey: key }).withResponse();
    const secret = 'whsec_' + btoa('x'.repeat(32));
    const payload = JSON.stringify({ type: 'webhook.ping' });
    const event = await verifyWebhook({ payload, secret, headers: await signWebhook({ id: 'a', payload, secret }) });
    globalThis.seen = { products: value.items.length, requestId, code: refused.problem?.code,
      replayed: [first.replayed, again.replayed], event: event.type };
  </script>`;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const body = path.startsWith('/sdk/') ? await readFile(join(installed, path.slice('/sdk/'.length))) : page;
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
};

describe.skipIf(browser === undefined)('a page (skipped where there is no Chromium)', () => {
  it('asks with a token from its server, sees keys and request ids, and has WebCrypto', async () => {
    const { clientId, secret } = platform.credentials.partner;
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
    const granted = await fetch(`${platform.url}/oauth/token`, { method: 'POST', body });
    const { access_token } = (await granted.json()) as { readonly access_token: string };
    const shop = await aShop(access_token);
    const chrome = await chromium.launch({ executablePath: browser ?? '', args: quiet });
    try {
      const page = await chrome.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(shop.url);
      const seen = await page
        .waitForFunction(() => Reflect.get(globalThis, 'seen'), undefined, { timeout: 15_000 })
        .then((handle) => handle.jsonValue())
        .catch(() => errors);
      expect(seen).toEqual({
        ...{ products: 3, requestId: expect.stringMatching(/^req_/), code: 'policy-not-found' },
        ...{ replayed: [false, true], event: 'webhook.ping' },
      });
      expect(errors).toEqual([]);
    } finally {
      await chrome.close();
      shop.stop();
    }
  });
});
