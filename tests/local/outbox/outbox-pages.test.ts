import { describe, expect, it } from 'vitest';
import type { Posted } from '../../../local/outbox/outbox.ts';
import { outboxPages } from '../../../local/outbox/outbox-pages.ts';

const hostile = `<script>alert("x")</script>&'`;
const posted = (key: string, change: Partial<Posted> = {}): Posted => ({
  ...{
    tenant: 'shop',
    to: 'a@example.com',
    subject: 'You are insured',
    text: 'Dear <b>Li</b>',
    html: '<p>Li</p>',
    key,
  },
  ...{ messageId: 'outbox-1', at: '2026-11-23T08:00:00.000Z' },
  ...change,
});

const pagesOf = (...all: readonly Posted[]) =>
  outboxPages({ all: () => all, one: (key) => all.find((one) => one.key === key) });
const ask = (pages: ReturnType<typeof pagesOf>, path: string, headers: Record<string, string> = {}) =>
  pages({ path, headers: { host: 'localhost:8787', ...headers }, body: '' });
const json = { accept: 'application/json' };

describe('the pages of the outbox', () => {
  it('list what was posted, each leading to its message', () => {
    const page = ask(pagesOf(posted('ntf_1'), posted('ntf_2', { subject: 'Paid' })), '/ops/outbox');
    expect(page).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page?.body).toContain('<a href="/ops/outbox/ntf_2">Paid</a>');
  });

  it('show one message with its text', () => {
    expect(ask(pagesOf(posted('ntf_1')), '/ops/outbox/ntf_1')?.body).toContain('<pre>Dear &lt;b&gt;Li&lt;/b&gt;</pre>');
  });

  it('escape everything that a message brings along, and let nothing of it load or run', () => {
    const all = { tenant: hostile, to: hostile, subject: hostile, text: hostile, html: hostile, messageId: hostile };
    const pages = pagesOf(posted('ntf_1', { ...all, at: hostile }));
    for (const path of ['/ops/outbox', '/ops/outbox/ntf_1']) {
      const page = ask(pages, path);
      expect(page?.body).not.toContain('<script');
      expect(page?.headers?.['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    }
  });

  it('are JSON to a program that asks for it, and pages to a browser', () => {
    const pages = pagesOf(posted('ntf_1'));
    expect(JSON.parse(String(ask(pages, '/ops/outbox', json)?.body))).toEqual([posted('ntf_1')]);
    expect(JSON.parse(String(ask(pages, '/ops/outbox/ntf_1', json)?.body))).toEqual(posted('ntf_1'));
    const browser = { accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8' };
    expect(ask(pages, '/ops/outbox', browser)?.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
  });

  it('say that there is nothing yet, and that there is no such message', () => {
    expect(ask(pagesOf(), '/ops/outbox')?.body).toContain('Nothing yet');
    expect(ask(pagesOf(), '/ops/outbox/ntf_9')).toMatchObject({ statusCode: 404 });
  });

  it.each(['evil.test', 'localhost.evil.test', 'evil.test:8787', ''])(
    'show nobody’s mail under the name %j, which a page of another site may have made to lead here',
    (host) =>
      expect(ask(pagesOf(posted('ntf_1')), '/ops/outbox', { ...json, host })).toMatchObject({ statusCode: 403 }),
  );

  it.each(['localhost', 'LOCALHOST:8787', '127.0.0.1:80', '[::1]:8787'])('are served under %s', (host) => {
    expect(ask(pagesOf(), '/ops/outbox', { host })).toMatchObject({ statusCode: 200 });
  });

  it('leave every other path to others', () => {
    expect(ask(pagesOf(), '/ops/operations')).toBeUndefined();
    expect(ask(pagesOf(), '/ops/outbox/a/b')).toBeUndefined();
  });
});
