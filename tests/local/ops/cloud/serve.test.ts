import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { serveDoors } from '../../../../local/ops/serve.ts';
import { plainError } from '../../../../local/plain-error.ts';
import { json } from '../../../../local/server/json.ts';
import { aCloud } from '../../dead-letters/cloud/stand-in.ts';
import { anEvent } from '../../dead-letters/fixture.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const open: { close(): unknown }[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  for (const one of children.splice(0)) one.kill();
});

describe('serveDoors', () => {
  it('answers what the doors answer, and in a sentence what they do not', async () => {
    const server = await serveDoors(async (method, { path, search, body }) => {
      if (path === '/ops/fails') throw plainError('AWS cannot be reached from here.');
      return path === '/ops/x' ? json(200, { method, search, body }) : undefined;
    }, 0);
    open.push(server);
    const ask = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
      return { status: response.status, text: await response.text(), location: response.headers.get('location') };
    };
    expect(await ask('/ops/x?a=1')).toMatchObject({ status: 200, text: '{"method":"GET","search":"a=1","body":""}' });
    expect(await ask('/ops/x', { method: 'POST', body: '{}' })).toMatchObject({
      text: expect.stringContaining('"{}"'),
    });
    expect(await ask('/')).toMatchObject({ status: 302, location: '/ops' });
    expect(await ask('/nothing')).toMatchObject({ status: 404 });
    expect(await ask('/ops/x', { method: 'OPTIONS' })).toMatchObject({ status: 405 });
    expect(await ask('/ops/%E0%A4%A')).toMatchObject({ status: 400 });
    expect(await ask('/ops/x', { method: 'POST', body: 'x'.repeat(10_001) })).toMatchObject({ status: 413 });
    expect(await ask('/ops/fails')).toMatchObject({
      status: 502,
      text: '{"error":"AWS cannot be reached from here."}',
    });
  });
  it('says plainly that its port is taken', async () => {
    const server = await serveDoors(async () => undefined, 0);
    open.push(server);
    await expect(serveDoors(async () => undefined, Number(new URL(server.url).port))).rejects.toThrow('choose another');
  });
});

/** Starts the command over the stand-in and waits for its address. */
const started = async (url: string): Promise<string> => {
  const env = {
    ...{ PATH: process.env['PATH'], HOME: '/nonexistent', AWS_ENDPOINT_URL: url },
    ...{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
  };
  const args = ['local/ops.ts', '--stage', 'prod', '--region', 'eu-central-1', '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root, env });
  children.push(child);
  let said = '';
  for await (const part of child.stdout) {
    said += part;
    const [at] = /http:\S+(?=\/ops)/.exec(said) ?? [];
    if (at !== undefined) return at;
  }
  throw new Error(`It ended and said: ${said}`);
};

describe('npm run ops', () => {
  it('serves the page over a stage, and settles its letters, to this machine alone', async () => {
    const cloud = await aCloud();
    open.push(cloud);
    cloud.sqs.addQueue('bindery-prod-adjudicate-claim');
    cloud.sqs.addQueue('bindery-prod-adjudicate-claim-dead');
    const body = JSON.stringify({ detail: anEvent('clm_1.1.1') });
    const id = `adjudicate-claim.${cloud.sqs.put('bindery-prod-adjudicate-claim-dead', { body })}`;
    const url = await started(cloud.url);
    const page = await fetch(`${url}/ops`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Bindery operations');
    expect(await (await fetch(`${url}/ops/operations`)).json()).toContainEqual({ operation: 'createQuote' });
    expect(await (await fetch(`${url}/ops/alerts`)).json()).toBeNull();
    expect(await (await fetch(`${url}/ops/dead-letters`)).json()).toMatchObject([{ id }]);
    const headers = { 'content-type': 'application/json' };
    const ask = (more: Record<string, string>) =>
      fetch(`${url}/ops/dead-letters/replay`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify({ id }),
      });
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    expect(cloud.sqs.bodiesIn('bindery-prod-adjudicate-claim')).toEqual([]);
    expect((await ask({})).status).toBe(200);
    expect(cloud.sqs.bodiesIn('bindery-prod-adjudicate-claim')).toEqual([body]);
    expect(await (await fetch(`${url}/ops/dead-letters`)).json()).toEqual([]);
  });
});
