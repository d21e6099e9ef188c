import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { freePort, whenAnswering } from '../../../local/engine/server-process.ts';

const module = new URL('../../../local/engine/server-process.ts', import.meta.url).href;
const server = (port: number) => `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port})`;

/** A program that starts a server as its child, says its process id, and then does what it is told. */
const parentThat = (port: number, then: string) => `
  import { spawn } from 'node:child_process';
  import { whenAnswering } from '${module}';
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(server(port))}], { detached: true });
  await whenAnswering(child, ${port}, 10_000);
  process.stdout.write(String(child.pid));
  ${then}`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('whenAnswering', () => {
  it('tells what a child said when it ends instead of answering', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, ['-e', 'console.error("the file is damaged"); process.exit(1)']);
    await expect(whenAnswering(child, port, 10_000)).rejects.toThrow('the file is damaged');
  });
  it('gives up on a child that never answers, and ends it', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await expect(whenAnswering(child, port, 300)).rejects.toThrow('did not answer within 300 ms');
    expect(child.signalCode).toBe('SIGTERM');
  });
  it('tells that a program is not there', async () => {
    const port = await freePort();
    const child = spawn('/no/such/program');
    await expect(whenAnswering(child, port, 10_000)).rejects.toThrow('ENOENT');
  });
});

describe('a child of a program that ends', () => {
  it.each([
    ['by itself', 'process.exit(0)', undefined],
    ['on SIGTERM', 'setInterval(() => {}, 1000)', 'SIGTERM'],
    ['on SIGINT', 'setInterval(() => {}, 1000)', 'SIGINT'],
    [
      'on SIGTERM with a handler of its own',
      "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)",
      'SIGTERM',
    ],
  ] as const)('ends with it %s', async (_how, then, signal) => {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentThat(await freePort(), then)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(parent.stdout, 'data');
    if (signal !== undefined) parent.kill(signal);
    await once(parent, 'exit');
    await expect.poll(() => isAlive(Number(said)), { timeout: 5_000 }).toBe(false);
  });
});
