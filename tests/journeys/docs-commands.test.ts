import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAt, textAt, tokenFor } from '../../local/demo/client.ts';
import { sandboxTenant } from '../../local/seed/sandbox.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';

const run = promisify(execFile);
const blocksOf = async (page: string): Promise<readonly string[]> => {
  const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```sh(?! tab=(?!curl))[^\n]*\n([\s\S]*?)^```/gm)].map(([, commands = '']) => commands);
};
const canRun = await run('sh', ['-c', 'command -v curl']).then(
  () => true,
  () => false,
);

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-first-policy-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

/** Runs the commands of a page one after the other, as somebody would paste them, and gives back what they print. */
const pasted = async (page: string, given: Readonly<Record<string, string>> = {}): Promise<string> => {
  const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH, BINDERY: bindery.url, ...given };
  return (await run('sh', ['-euc', (await blocksOf(page)).join('\n')], { env })).stdout;
};

describe.skipIf(!canRun)('the commands of the docs, pasted (skipped where sh or curl is absent)', () => {
  it('go from nothing to a claim that is paid: quickstart.md', async () => {
    const lines = (await pasted('quickstart.md')).trim().split('\n');
    const paid = '{"amount":1200,"currency":"CNY"}';
    expect(lines).toEqual(['pending', 'succeeded', 'paid', 'on-risk', 'paid', paid]);
  });

  it('go the same way when the time of another sandbox was moved before, as the demo does', async () => {
    const TOKEN = await tokenFor(bindery.url, bindery.credentials.partner);
    const moved = await fetch(`${bindery.url}/v1/clock/advance`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': 'two-days-on',
      },
      body: '{"by":"P2D"}',
    });
    expect(moved.status).toBe(202);
    await fetch(`${bindery.url}/ops/idle`);
    expect(await pasted('quickstart.md')).toContain('"amount":1200');
  });

  it('take an alert on and close it, after a webhook was forged: operations/ops-page.md', async () => {
    await fetch(`${bindery.url}/v1/payment-webhooks/${sandboxTenant}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': 't=1,v1=00' },
      body: '{}',
    });
    await fetch(`${bindery.url}/ops/idle`);
    const alerts = async () =>
      listAt({ all: await (await fetch(`${bindery.url}/ops/alerts`)).json() }, 'all').filter(
        (alert) => textAt(alert, 'cause') === 'webhook-signature',
      );
    const [alert] = await alerts();
    const { clientId, secret } = bindery.credentials.operator;
    const given = { ALERT: textAt(alert, 'alertId'), LOGIN: `${clientId}:${secret}` };
    const printed = await pasted('operations/ops-page.md', given);
    for (const status of ['raised', 'acknowledged', 'closed']) expect(printed).toContain(`"status":"${status}"`);
    expect(await alerts()).toEqual([]);
  });
});
