import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedAt } from '../../../functions/_kit/contract.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import type { Bindery as Platform } from '../../../local/start.ts';
import { aPlatform } from '../platform.ts';
import { readBru } from './bru.ts';
import { type Answers, filled, readHttpFile } from './http-file.ts';

const folder = fileURLToPath(new URL('../../../examples/collections/', import.meta.url));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const contracts = (await loadCapabilities()).flatMap(({ endpoints }) => Object.values(endpoints));
const recordedBody = (id: string): unknown =>
  JSON.parse(readFileSync(join(folder, '..', '..', 'docs', 'reference', 'examples', `${id}.json`), 'utf8')).request
    .body;

describe('the .http files', () => {
  const files = readdirSync(join(folder, 'http', 'reference')).map((name) =>
    readHttpFile(read(`http/reference/${name}`)),
  );
  const requests = files.flatMap((file) => file.requests.filter(({ name }) => name !== 'login'));

  it('hold every operation once, by its name', () => {
    expect(requests.map(({ name }) => name).toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
  });
  it.each(contracts)('ask $id as its contract has it', (contract) => {
    const request = requests.find(({ name }) => name === contract.id);
    const path = request?.url.replace('{{host}}', '').replace(/\?.*/, '').replaceAll('{{', '{').replaceAll('}}', '}');
    expect([request?.method, path]).toEqual([contract.method, servedAt(contract)]);
    expect(request?.headers['authorization']).toBe(
      contract.caller === 'partner' || contract.caller === 'staff' ? 'Bearer {{token}}' : undefined,
    );
    const body = contract.form === true ? undefined : recordedBody(contract.id);
    if (body !== undefined) expect(JSON.parse(request?.body ?? '')).toEqual(body);
  });
  it('name no variable that they do not set', () => {
    for (const { variables, requests: all } of files) {
      const answers: Answers = new Map([['login', { access_token: 'token' }]]);
      for (const { url, headers, body = '' } of all)
        expect(() => filled([url, ...Object.values(headers), body].join('\n'), variables, answers)).not.toThrow();
    }
  });
});

describe('the Bruno collection', () => {
  const paths = readdirSync(join(folder, 'bruno'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.bru') && path.includes('/') && !/folder\.bru$|^environments/.test(path),
  );
  const requests = paths.map((path) => readBru(read(`bruno/${path}`)));

  it('holds every operation once', () => {
    const ids = requests.map(({ docs = '' }) => docs.trim().split('.')[0]);
    expect(ids.toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
  });
  it.each(contracts)('asks $id as its contract has it', (contract) => {
    const request = requests.find(({ docs = '' }) => docs.trim().startsWith(`${contract.id}.`)) ?? {};
    const verb = request[contract.method.toLowerCase()] ?? '';
    const path = servedAt(contract).replace(/\{(\w+)\}/g, ':$1');
    expect(verb).toMatch(new RegExp(`url: \\{\\{host\\}\\}${path}(\\?|\\n)`));
    for (const [, name = ''] of path.matchAll(/:(\w+)/g)) expect(request['params:path']).toContain(`${name}: `);
    const body = contract.form === true ? undefined : recordedBody(contract.id);
    expect(request['body:json'] === undefined ? undefined : JSON.parse(request['body:json'])).toEqual(body);
  });
  it('logs in by itself, with a secret that no file holds', () => {
    const collection = readBru(read('bruno/collection.bru'));
    expect(collection['auth:oauth2']).toContain('access_token_url: {{host}}/oauth/token');
    expect(read('bruno/environments/Local.bru')).toMatch(/vars:secret \[\n {2}clientSecret\n\]/);
  });
});

describe('sale.http', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(async () => platform.stop());

  it('goes from nothing to a paid claim', async () => {
    const { variables, requests } = readHttpFile(read('http/sale.http'));
    const given = { ...variables, host: platform.url };
    const answers: Answers = new Map();
    for (const { name, method, url, headers, body } of requests) {
      const fill = (text: string) => filled(text, given, answers);
      const response = await fetch(fill(url), {
        method,
        headers: Object.entries(headers).map(([key, value]): [string, string] => [key, fill(value)]),
        ...(body !== undefined && { body: fill(body) }),
      });
      const answer: unknown = await response.json();
      expect(response.ok, `${name}: ${JSON.stringify(answer)}`).toBe(true);
      answers.set(name, answer);
    }
    expect(answers.get('outcome')).toMatchObject({ status: 'paid', paid: { amount: 1200, currency: 'CNY' } });
    expect(requests.length).toBeGreaterThan(12);
  });
});
