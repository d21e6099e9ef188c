import { escaped } from '../../domain/notifications/html-of.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import { isOurs, wantsJson } from '../server/asker.ts';
import type { DoorRequest } from '../server/doors.ts';
import { json } from '../server/json.ts';
import type { Outbox, Posted } from './outbox.ts';

const root = '/ops/outbox';
const shownMax = 200;

const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; vertical-align: top }
tr { border-bottom: 1px solid #ddd } pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem }
a { color: #0b57d0 } .faint { color: #666 }`;

/** Nothing in a message can load or run anything: the page takes its own style and no more. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const html = (statusCode: number, title: string, body: string): HttpResponse => ({
  statusCode,
  headers,
  body:
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n' +
    `<title>${escaped(title)}</title>\n<style>${style}\n</style>\n<h1>${escaped(title)}</h1>\n${body}\n</html>\n`,
});

const row = ({ key, at, tenant, to, subject }: Posted): string =>
  `<tr><td class="faint">${escaped(at)}</td><td>${escaped(tenant)}</td><td>${escaped(to)}</td>` +
  `<td><a href="${root}/${escaped(encodeURIComponent(key))}">${escaped(subject)}</a></td></tr>`;

const listPage = (all: readonly Posted[]): HttpResponse => {
  const rows = all.slice(0, shownMax).map(row).join('\n');
  const more = all.length > shownMax ? `<p class="faint">The newest ${shownMax} of ${all.length}.</p>` : '';
  const table = `<table>\n<tr><th>Posted</th><th>Tenant</th><th>To</th><th>Subject</th></tr>\n${rows}\n</table>`;
  const none = '<p>Nothing yet: conclude a policy for a customer who has an e-mail address.</p>';
  const about = '<p class="faint">What customers would have been sent. On this machine nothing leaves the house.</p>';
  return html(200, 'Outbox', `${about}\n${all.length === 0 ? none : table}\n${more}`);
};

const mailPage = ({ at, to, subject, text, html: markup, key, messageId, tenant }: Posted): HttpResponse => {
  const lines = { To: to, Posted: at, Tenant: tenant, Notification: key, Message: messageId };
  const facts = Object.entries(lines).map(([name, value]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`);
  return html(
    200,
    subject,
    `<p><a href="${root}">Outbox</a></p>\n<table>\n${facts.join('\n')}\n</table>\n<pre>${escaped(text)}</pre>\n` +
      `<details><summary>As HTML</summary><pre>${escaped(markup)}</pre></details>`,
  );
};

const keyIn = (path: string): string | undefined => {
  const [, key] = /^\/ops\/outbox\/([\w%-]+)$/.exec(path) ?? [];
  return key;
};

/** The outbox to be read: `/ops/outbox`, and each message by its notification. */
export const outboxPages =
  (outbox: Pick<Outbox, 'all' | 'one'>) =>
  (request: DoorRequest): HttpResponse | undefined => {
    const key = keyIn(request.path);
    if (request.path !== root && key === undefined) return undefined;
    if (!isOurs(request)) return json(403, { error: 'The outbox is shown under localhost only.' });
    if (key === undefined) return wantsJson(request) ? json(200, outbox.all()) : listPage(outbox.all());
    const mail = outbox.one(key);
    if (mail === undefined) return json(404, { error: `There is no message ${key} in the outbox.` });
    return wantsJson(request) ? json(200, mail) : mailPage(mail);
  };
