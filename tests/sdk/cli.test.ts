import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { verifyWebhook } from '@bindery/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bindery as Platform } from '../support/bindery.ts';
import { aPlatform } from './platform.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'sdk', 'cli', 'main.ts');

let platform: Platform;
let folder = '';
let env: NodeJS.ProcessEnv = {};
beforeAll(async () => {
  platform = await aPlatform();
  folder = await mkdtemp(join(tmpdir(), 'bindery-cli-'));
  env = { ...process.env, BINDERY_URL: platform.url, BINDERY_CONFIG: join(folder, 'profiles.json') };
  // The command as npm would put it onto the path.
  await writeFile(join(folder, 'bindery'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(join(folder, 'bindery'), 0o755);
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };
const bindery = (...args: readonly string[]): Promise<Ended> =>
  run(process.execPath, [main, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout: stdout.trimEnd(), stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout: stdout.trimEnd(), stderr }),
  );
const said = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await bindery(...args);
  expect(code, stderr).toBe(0);
  return stdout;
};

describe('the examples of the command line', () => {
  it.each(['return-freight', 'device-protection', 'flight-delay'])(
    'sell and claim: %s.sh',
    async (name) => {
      const path = [folder, join(process.execPath, '..'), process.env['PATH']].join(delimiter);
      const { stdout } = await run('sh', [join(root, 'examples', 'cli', `${name}.sh`)], {
        env: { ...env, PATH: path },
      });
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('paid');
    },
    60_000,
  );
});

describe('who is asking', () => {
  it('is kept for its owner alone, under a name, and the last login is the present one', async () => {
    await said('sandbox', '--name', 'One', '--profile', 'one');
    const two = JSON.parse(await said('sandbox', '--name', 'Two', '--profile', 'two', '--json'));
    const file = join(folder, 'profiles.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      current: 'two',
      profiles: { two: { clientId: two.clientId } },
    });
    expect(await said('whoami')).toContain(two.tenant);
    expect(await said('whoami', '--profile', 'one')).not.toContain(two.tenant);
    const { clientId, clientSecret } = two;
    expect(
      await said('login', '--client-id', clientId, '--client-secret', clientSecret, '--profile', 'again'),
    ).toContain(clientId);
  });
  it('is refused at the login if it does not work, and is not kept', async () => {
    const wrong = await bindery('login', '--client-id', 'a.crd_1', '--client-secret', 'bds_x', '--profile', 'bad');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('invalid-client')]);
    expect((await bindery('whoami', '--profile', 'bad')).code).toBe(2);
  });
  it('comes from the environment where it stands there', async () => {
    const { clientId, secret } = platform.credentials.partner;
    const own = { ...env, BINDERY_CLIENT_ID: clientId, BINDERY_CLIENT_SECRET: secret };
    const { stdout } = await run(process.execPath, [main, 'whoami'], { env: own });
    expect(stdout).toContain(clientId);
  });
});

describe('an operation', () => {
  it('is called by two words, one or many, or by its id, and answers as a table, as JSON or by one value', async () => {
    await said('sandbox', '--name', 'Words');
    for (const words of [['products', 'list'], ['product', 'list'], ['listProducts'], ['list-products']])
      expect(await said(...words)).toMatch(/^productId +version/);
    expect(JSON.parse(await said('products', 'list', '--json')).items).toHaveLength(3);
    expect(await said('products', 'list', '--pick', 'items.0.productId')).toBe('return-freight');
  });
  it('takes flags, data from a file or from a pipe, and flags win', async () => {
    const file = join(folder, 'buyer.json');
    await writeFile(file, JSON.stringify({ name: '李娜', phone: '+8613900139000', locale: 'zh-CN' }));
    const first = await said('customers', 'register', '--data', `@${file}`, '--pick', 'customerId');
    const other = await said(
      'customers',
      'register',
      '--data',
      `@${file}`,
      '--phone',
      '+8613900139001',
      '--pick',
      'customerId',
    );
    expect(other).not.toBe(first);
    const key = ['--idempotency-key', 'cli-buyer-0001', '--pick', 'customerId'];
    const phone = ['--data', `@${file}`, '--phone', '+8613900139002'];
    expect(await said('customers', 'register', ...phone, ...key)).toBe(
      await said('customers', 'register', ...phone, ...key),
    );
  });
  it('goes through every page when asked for all', async () => {
    const all = JSON.parse(await said('events', 'list', '--limit', '1', '--all', '--json'));
    expect(all.items.length).toBeGreaterThan(2);
  });
  it('explains itself from the reference', async () => {
    const help = await said('claims', 'report', '--help');
    expect(help).toContain('bindery claims report      (or: bindery reportClaim)');
    expect(help).toContain('--policy-id <text>  (needed)');
    expect(await said('--help')).toContain('bindery policies cancel');
  });
});

describe('bindery listen', () => {
  beforeAll(async () => {
    await said('sandbox', '--name', 'Listening');
  });
  /** Listens until enough lines have come, then is told to stop as by Ctrl-C. */
  const listening = async (args: readonly string[], act: (stderr: () => string) => Promise<unknown>, lines: number) => {
    const child = spawn(process.execPath, [main, 'listen', ...args], { env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await expect.poll(() => stderr, { timeout: 15_000 }).toContain('Ctrl-C stops');
    await act(() => stderr);
    await expect.poll(() => stdout.split('\n').length - 1, { timeout: 20_000 }).toBeGreaterThanOrEqual(lines);
    child.kill('SIGINT');
    return { code: await ended, lines: stdout.trim().split('\n'), stderr };
  };
  const register = (phone: string) =>
    said('customers', 'register', '--name', 'A B', '--phone', phone, '--locale', 'en', '--pick', 'customerId');

  it('shows what happens and what is triggered, forwards it as it came, and leaves nothing behind', async () => {
    const got: { body: string; headers: Record<string, string> }[] = [];
    const hook = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      got.push({ body: Buffer.concat(chunks).toString('utf8'), headers: request.headers as Record<string, string> });
      response.writeHead(202).end();
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const to = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hooks`;
    let customerId = '';
    let secret = '';
    const { code, lines } = await listening(
      ['--types', 'customer.registered,claim.paid', '--forward-to', to],
      async (stderr) => {
        secret = /whsec_\S+/.exec(stderr())?.[0] ?? '';
        expect(await said('trigger', 'claim.paid')).toMatch(/^whe_\w+ {2}delivered$/);
        customerId = await register('+8613900139010');
      },
      2,
    );
    hook.close();
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d {2}claim\.paid +\S+ #1 {2}\(rehearsal\) {2}→ 202$/);
    expect(lines[1]).toContain(customerId);
    expect(lines[1]).not.toContain('rehearsal');
    const [, second] = got;
    const event = await verifyWebhook({ payload: second?.body ?? '', headers: second?.headers ?? {}, secret });
    expect(event).toMatchObject({ type: 'customer.registered', subject: customerId });
    const statuses = JSON.parse(await said('webhook-endpoints', 'list', '--json')).items.map(
      ({ status }: { status: string }) => status,
    );
    expect(new Set(statuses)).toEqual(new Set(['deleted']));
  });
  it('takes away what a run that was killed left behind, and lets alone what others made', async () => {
    // Nobody listens on port 1, so that run is over.
    const made = (name: string) =>
      said(
        ...['webhook-endpoints', 'create', '--pick', 'endpointId'],
        ...['--name', name, '--url', 'http://localhost:1/'],
      );
    const [left, other] = [await made('bindery listen'), await made('Orders')];
    const { stderr } = await listening([], () => Promise.resolve(), 0);
    expect(stderr).toContain('Took away 1 endpoint of earlier runs.');
    const statusOf = (id: string) => said('webhook-endpoints', 'get', '--endpoint-id', id, '--pick', 'status');
    expect([await statusOf(left), await statusOf(other)]).toEqual(['deleted', 'enabled']);
    await said('webhook-endpoints', 'delete', '--endpoint-id', other);
  });
  it('asks for events where no webhook comes to this machine, from now on', async () => {
    let customerId = '';
    const { code, lines } = await listening(
      ['--poll', '--json', '--types', 'customer.registered'],
      async () => {
        customerId = await register('+8613900139011');
      },
      1,
    );
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line).subject)).toEqual([customerId]);
  });
});

it('moves the clock and says so while it goes, and comes back when all is done', async () => {
  await said('sandbox', '--name', 'Clock');
  const before = await said('clock', '--pick', 'now');
  const after = await said('clock', 'advance', 'P30D', '--pick', 'now');
  // Thirty days, and the seconds that the test itself takes.
  const days = (Date.parse(after) - Date.parse(before)) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(30.01);
  const later = await said('clock', 'advance', '--by', 'P1D', '--pick', 'now');
  expect(Date.parse(later) - Date.parse(after)).toBeGreaterThanOrEqual(86_400_000);
  expect((await bindery('advanceClock', '--by', '3d')).stderr).toContain('/by: a span of ISO 8601, such as P3D');
});
