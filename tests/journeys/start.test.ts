import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { at, createClient, textAt } from '../../local/demo/client.ts';
import { nativeProgram } from '../../local/engine/native.ts';
import { freePort } from '../../local/engine/server-process.ts';
import { Credentials } from '../../local/seed/credentials.ts';
import { keyFiles } from '../../local/seed/key-files.ts';
import { sandboxTenant } from '../../local/seed/sandbox.ts';

const main = new URL('../../local/main.ts', import.meta.url).pathname;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-start-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs the program as `npm start` does, until it serves or ends by itself. */
const npmStart = async (folder: string, port: number) => {
  const env = { ...process.env, PORT: String(port), BINDERY_DATA: folder };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const serving = new Promise<'serving'>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Ctrl-C stops everything.')) resolve('serving');
      });
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGINT');
    return ended;
  };
  cleanups.push(stop);
  /** The program dies without a word, and its engine with it, as when the power fails. */
  const crash = async (): Promise<void> => {
    const { stdout } = await promisify(execFile)('pgrep', ['-P', String(child.pid)]);
    child.kill('SIGKILL');
    for (const engine of stdout.trim().split('\n')) process.kill(Number(engine), 'SIGKILL');
    await ended;
  };
  const state = await Promise.race([serving, ended]);
  return { state, output: () => output, stop, crash };
};

const clientOf = async (folder: string, port: number) =>
  createClient(
    `http://localhost:${port}`,
    Credentials.parse(JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8'))),
  );

const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN' };

describe('npm start', () => {
  it('serves, prints a first curl that works when pasted, and ends well on Ctrl-C', async () => {
    const folder = await aFolder();
    const started = Date.now();
    const { state, output, stop } = await npmStart(folder, await freePort());
    expect(state, output()).toBe('serving');
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(output()).toMatch(new RegExp(`^Data +${folder} `, 'm'));
    const curl = /^TOKEN=[\s\S]*?(?=\n\n)/m.exec(output())?.[0] ?? '';
    expect(curl).toContain('/v1/quotes');
    const pasted = await promisify(execFile)('sh', ['-c', curl]);
    expect(JSON.parse(pasted.stdout)).toMatchObject({
      items: [
        { itemId: 'line-1', outcome: 'offered', offer: { premium: { gross: { amount: 432, currency: 'CNY' } } } },
      ],
    });
    expect(await stop()).toBe(0);
  });
  it('serves the first quote of the README', async () => {
    const folder = await aFolder();
    const port = await freePort();
    const { state, output } = await npmStart(folder, port);
    expect(state, output()).toBe('serving');
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, script = ''] = /^```sh\n(TOKEN=[\s\S]*?)^```/m.exec(readme) ?? [];
    expect(script).toContain('http://localhost:8787/v1/quotes');
    const { partner } = Credentials.parse(JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')));
    const env = { ...process.env, CLIENT_ID: partner.clientId, CLIENT_SECRET: partner.secret };
    const pasted = script.replaceAll('localhost:8787', `localhost:${port}`);
    const { stdout } = await promisify(execFile)('sh', ['-c', pasted], { env });
    expect(JSON.parse(stdout)).toMatchObject({ items: [{ offer: { premium: { gross: { amount: 432 } } } }] });
  });
  it.skipIf(nativeProgram() === undefined)('loses no event when it is killed right after a commit', async () => {
    const folder = await aFolder();
    const port = await freePort();
    const first = await npmStart(folder, port);
    expect(first.state, first.output()).toBe('serving');
    const registered = await (await clientOf(folder, port)).post('partner', '/customers', { body: buyer });
    await first.crash();

    const second = await npmStart(folder, port);
    expect(second.state, second.output()).toBe('serving');
    const client = await clientOf(folder, port);
    await client.idle();
    const proof = await client.get('partner', `/history/${textAt(registered.body, 'customerId')}/proof`);
    expect(at(proof.body, 'head.seq')).toBe(1);
    expect(at(proof.body, 'auditedHead')).toEqual(at(proof.body, 'head'));
  });
  it.skipIf(nativeProgram() === undefined)(
    'finds the same data, credentials and keys when it starts again',
    async () => {
      const folder = await aFolder();
      const port = await freePort();
      const first = await npmStart(folder, port);
      expect(first.state, first.output()).toBe('serving');
      const asked = { body: buyer, key: 'register-once-1' };
      const registered = await (await clientOf(folder, port)).post('partner', '/customers', asked);
      expect(registered.status, registered.text).toBe(201);
      await first.stop();

      const second = await npmStart(folder, port);
      expect(second.state, second.output()).toBe('serving');
      const again = await (await clientOf(folder, port)).post('partner', '/customers', asked);
      expect(again.text).toBe(registered.text);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      const credentials = /sandbox-shop\.crd_\w+ {2,}\S+/;
      expect(credentials.exec(second.output())?.[0]).toBe(credentials.exec(first.output())?.[0]);
    },
  );

  const endsWith = async (folder: string, port: number, sentence: RegExp): Promise<void> => {
    const { state, output } = await npmStart(folder, port);
    expect(state, output()).toBe(1);
    expect(output()).toMatch(sentence);
    // One sentence: no stack, and nothing of what lies beneath.
    expect(output()).not.toMatch(/^\s+at /m);
    expect(output().trim().split('\n')).toHaveLength(1);
  };

  it('says that the port is taken', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    cleanups.push(() => new Promise((closed) => server.close(closed)));
    await endsWith(await aFolder(), port, new RegExp(`The port ${port} is taken: .* PORT=${port + 1} npm start`));
  });
  it('says that another one uses the data folder', async () => {
    const folder = await aFolder();
    const { state, output } = await npmStart(folder, await freePort());
    expect(state, output()).toBe('serving');
    await endsWith(
      folder,
      await freePort(),
      /Another Bindery already uses the data folder .*: stop it, or set BINDERY_DATA/,
    );
  });
  it('says that a port is none', async () => {
    await endsWith(await aFolder(), 70_000, /PORT is "70000", which is no port: /);
  });
  it('says that a key file is damaged', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'keys'), { recursive: true });
    await writeFile(join(folder, 'keys', 'master.json'), '{"key":');
    await endsWith(
      folder,
      await freePort(),
      /master\.json is damaged: restore it from a copy, or move the data folder away/,
    );
  });
  it.skipIf(nativeProgram() === undefined)('says that the data cannot be read', async () => {
    const folder = await aFolder();
    await keyFiles(folder, sandboxTenant);
    const place = join(folder, 'engine', 'native');
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'dynamodb.sqlite'), 'this was a database once, long ago '.repeat(500));
    await endsWith(folder, await freePort(), /The data folder .*engine cannot be read .*: move it away or delete it/);
  });
});
