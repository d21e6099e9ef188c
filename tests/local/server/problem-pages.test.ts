import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../tools/generate/problem-schema.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { rawBytes } from '../../support/raw-bytes.ts';

type Example = { readonly value: { readonly type: string; readonly title: string; readonly code: string } };

let folder = '';
let bindery: Bindery;
let examples: readonly Example[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-pages-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
  const { components } = (await (await fetch(`${bindery.url}/openapi.json`)).json()) as {
    components: { examples: Record<string, Example> };
  };
  examples = Object.values(components.examples);
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

const html = 'text/html; charset=utf-8';
const chinese = /\p{Script=Han}/u;
const ask = (path: string, init: RequestInit = {}) => fetch(`${bindery.url}${path}`, init);

const raw = (text: string): Promise<string> => rawBytes(bindery.url, text);

describe('the page of a problem', () => {
  it('lies where the type of its example says, and tells what happened and what to do in an example', async () => {
    expect(examples.length).toBeGreaterThan(60);
    for (const { value } of examples) {
      const shown = await fetch(new URL(value.type, bindery.url));
      expect([value.code, shown.status, shown.headers.get('content-type')]).toEqual([value.code, 200, html]);
      const response = await fetch(new URL(`${value.type}.md`, bindery.url));
      const page = await response.text();
      expect([value.code, response.status]).toEqual([value.code, 200]);
      expect(page).toContain(value.title);
      expect(page).toMatch(chinese);
      for (const part of ['What happened.', 'What to do.', 'Answered by.'])
        expect([value.code, page.includes(`**${part}** `)]).toEqual([value.code, true]);
      expect(page).toMatch(/^\*\*Key: (used|not used|none)\*\* — /m);
      const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
      expect(Problem.parse(JSON.parse(example))).toMatchObject({ code: value.code });
    }
  });

  it('is where an answer of the server sends its reader', async () => {
    const { type } = (await (await ask('/v1/policies')).json()) as { type: string };
    expect(await (await fetch(type)).text()).toContain('unauthenticated</h1>');
  });
});

const tooLarge = { method: 'POST', body: 'a'.repeat(65_537) };
const doors: readonly (readonly [string, string, RequestInit, number, string])[] = [
  ['no route', '/v1/nothing', {}, 404, 'not-found'],
  ['no door', '/nothing', {}, 404, 'not-found'],
  ['another method', '/v1/quotes', { method: 'DELETE' }, 405, 'method-not-allowed'],
  ['too large a body', '/v1/quotes', tooLarge, 413, 'body-too-large'],
  ['a malformed URL', '/v1/policies/%E0%A4%A', {}, 400, 'malformed-url'],
  ['no token', '/v1/policies', {}, 401, 'unauthenticated'],
];

describe('a problem at the door', () => {
  it.each(doors)('is a whole problem, in the language and with the id that were asked for: %s', async (...given) => {
    const [, path, init, status, code] = given;
    for (const [language, isChinese] of [
      ['zh-CN,zh;q=0.9', true],
      ['en', false],
    ] as const) {
      const headers = { 'accept-language': language, 'x-request-id': 'request-of-mine-1' };
      const response = await ask(path, { ...init, headers });
      const problem = Problem.parse(await response.json());
      expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
      expect([response.headers.get('x-request-id'), problem.requestId]).toEqual(Array(2).fill('request-of-mine-1'));
      expect([problem.title, chinese.test(problem.title)]).toEqual([problem.title, isChinese]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('gives an id of its own where none was sent, or one that is none', async () => {
    for (const sent of [undefined, 'x', 'an id with spaces']) {
      const response = await ask('/v1/nothing', sent === undefined ? {} : { headers: { 'x-request-id': sent } });
      const { requestId } = Problem.parse(await response.json());
      expect(requestId).toMatch(/^req_[0-9a-z]{26}$/);
      expect(response.headers.get('x-request-id')).toBe(requestId);
    }
  });

  it('says so when a request never came whole', async () => {
    const answer = await raw('POST /v1/quotes HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"items"');
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 /);
    const problem = Problem.parse(JSON.parse(body));
    expect(problem).toMatchObject({ code: 'request-timeout', retryable: true });
    expect(head).toContain(`x-request-id: ${problem.requestId}`);
  });
});
