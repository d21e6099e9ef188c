import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, textAt } from '../../../local/demo/client.ts';
import { firstBasket } from '../../../local/first-curl.ts';
import { rawBytes } from '../../support/raw-bytes.ts';
import { aClaimFor, aRehearsal, type Rehearsal } from '../alarms/rehearsal.ts';

let here: Rehearsal;
beforeAll(async () => {
  here = await aRehearsal();
});
afterAll(() => here.stop());

const json = { accept: 'application/json' };
const ask = (path: string, headers: Record<string, string> = json) => fetch(`${here.bindery.url}${path}`, { headers });
const told = async (path: string) => (await ask(path)).json();
const pathOf = (link: string, from: string): string => new URL(link, `http://localhost${from}`).pathname;

/** The page and all that it and its scripts load, by path. */
const loaded = async () => {
  const open = ['/ops'];
  const seen = new Map<string, Response>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    const response = await ask(path, { accept: 'text/html' });
    seen.set(path, response);
    const text = await response.text();
    const links = /^\/ops$/.test(path)
      ? [...text.matchAll(/(?:link rel="[a-z]+" href|script type="module" src)="([^"]+)"/g)]
      : [...text.matchAll(/^import .* from '([^']+)'/gm)];
    for (const [, link = ''] of links) open.push(pathOf(link, path === '/ops' ? '/' : path));
  }
  return seen;
};

describe('/ops', () => {
  it('is a page that loads itself from this machine, and nothing else', async () => {
    const seen = await loaded();
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['/ops/page/charts.js', '/ops/uplot/uPlot.esm.js']));
    for (const [path, { status, headers }] of seen) {
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; frame-ancestors 'none';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(seen.get('/ops')?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('is a summary to a program that asks for JSON', async () => {
    expect(await told('/ops')).toMatchObject({ source: 'this machine', ringing: [], deadLetters: 0, alerts: 0 });
  });

  it('serves no file beside the page', async () => {
    for (const path of [
      '/ops/page/..%2fdoors.ts',
      '/ops/page/doors.ts',
      '/ops/uplot/..%2fpackage.json',
      '/ops/nothing',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it('is shown under no other name, which a page of another site may have made to lead here', async () => {
    for (const path of ['/ops', '/ops/alarms', '/ops/series?chart=requests', '/ops/alerts', '/ops/page/main.js'])
      expect(
        await rawBytes(here.bindery.url, `GET ${path} HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`),
      ).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('/ops/alarms', () => {
  it('has the alarms of the templates, judged', async () => {
    await here.alarmAt('createQuote fails', Date.now());
    const { alarms } = await told('/ops/alarms');
    expect(alarms.length).toBeGreaterThan(200);
    expect(alarms.filter(({ kind }: { kind: string }) => kind === 'promise')).toHaveLength(4);
    expect(alarms.find(({ subject }: { subject: string }) => subject === 'createQuote fails')).toMatchObject({
      ...{ state: 'OK', severity: 'orange', measured: true },
      runbook: 'docs/operations/runbooks/create-quote-fails.md',
    });
  });
});

describe('/ops/series', () => {
  const valuesOf = async (chart: string, more = '') => {
    const { lines } = await told(`/ops/series?chart=${chart}&hours=1${more}`);
    return Object.fromEntries(
      lines.map(({ label, values }: { label: string; values: readonly (number | null)[] }) => [
        label,
        values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      ]),
    );
  };

  it('shows what this machine did: requests, their time, sales, money, claims and alerts', async () => {
    const { 'refused (4xx)': before = 0 } = await valuesOf('requests');
    await aClaimFor(here, 'ba_AnswerGetsLost');
    await here.client.post('partner', '/quotes', { body: { items: [] } });
    await here.client.post('partner', '/quotes', { body: firstBasket });
    await here.bindery.idle();
    const requests = await valuesOf('requests');
    expect(requests['requests']).toBeGreaterThanOrEqual(7);
    expect([requests['refused (4xx)'], requests['failed (5xx)']]).toEqual([before + 1, 0]);
    expect((await valuesOf('latency'))['p99']).toBeGreaterThan(0);
    expect((await valuesOf('operation', '&operation=createQuote'))['p50']).toBeGreaterThan(0);
    // Two quotes came through, of which one was bought for 4.32 yuan (catalogue 5.1).
    expect(await valuesOf('sales')).toMatchObject({ quotes: 2, policies: 1 });
    expect(await valuesOf('money-in')).toMatchObject({ 'premium CNY': 432 });
    expect(await valuesOf('claims')).toMatchObject({ claims: 1 });
    const [alert] = await told('/ops/alerts');
    expect(alert).toMatchObject({ severity: 'orange', cause: 'payout-unknown', status: 'raised' });
    expect(alert.tenant).toBe(textAt((await here.client.raw('/sandbox')).body, 'tenant'));
  });

  it('has an answer for every chart that there is', async () => {
    for (const { id } of await told('/ops/charts')) {
      const { stepSeconds, times } = await told(`/ops/series?chart=${id}&hours=24`);
      expect([id, stepSeconds, times.length]).toEqual([id, 300, 24 * 12]);
    }
    expect((await told('/ops/series?chart=requests&hours=3')).times).toHaveLength(180);
  });

  it.each(['hours=0', 'hours=25', 'hours=1.5', 'hours=x'])('refuses %s', async (hours) => {
    expect((await ask(`/ops/series?chart=requests&${hours}`)).status).toBe(400);
  });
  it('refuses a chart that there is not', async () => {
    for (const chart of ['nothing', 'constructor', ''])
      expect((await ask(`/ops/series?chart=${chart}`)).status).toBe(400);
  });
});

describe('the doors that were there', () => {
  it.each(['/ops/operations', '/ops/dead-letters', '/ops/idle', '/ops/outbox'])('are still there: %s', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });
  it('lead into the page and out of it', async () => {
    const docs = await (await ask('/docs', {})).text();
    expect(docs).toContain('href="/ops"');
    expect(at(await told('/ops/operations'), '0.operation')).toBeTypeOf('string');
  });
});
