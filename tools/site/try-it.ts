import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '../generate/recordings.ts';
import { bare, escaped, tag } from './html.ts';
import { type FoundOperation, operationsIn, type Parameter } from './operations.ts';

const recordedOf = (root: string, id: string): Recorded | undefined => {
  const file = join(root, 'docs', 'reference', 'examples', `${id}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : undefined;
};

const typed = { autocomplete: 'off', spellcheck: 'false' };

const labelled = (id: string, name: string, remark: string, inner: string): string => {
  const label = `${escaped(name)}${remark === '' ? '' : ` <small>${escaped(remark)}</small>`}`;
  return `<p>${tag('label', { for: id }, label)}\n${inner}</p>`;
};

const field = ({ in: place, name, required, description }: Parameter, value: string): string => {
  const id = `try-${place}-${name}`;
  const remark = required === true || place === 'path' ? `${place}, required` : place;
  const input = bare('input', { id, 'data-in': place, name, value, title: description, ...typed });
  return labelled(id, name, remark, input);
};

const bodyField = (body: unknown, type: string): string => {
  const shown = typeof body === 'string' ? body : JSON.stringify(body ?? {}, null, 2);
  const rows = Math.min(20, shown.split('\n').length + 1);
  const attributes = { id: 'try-body', 'data-type': type, rows, spellcheck: 'false' };
  return labelled('try-body', 'Body', type, tag('textarea', attributes, escaped(shown)));
};

const credentials = `<fieldset><legend>Credential</legend>
<p class="hint">Of a sandbox of yours. It stays in this tab and is forgotten with it.</p>
${labelled('try-client', 'Client id', '', bare('input', { id: 'try-client', ...typed }))}
${labelled('try-secret', 'Secret', '', bare('input', { id: 'try-secret', type: 'password', autocomplete: 'off' }))}
<p><button type="button" id="try-sandbox">Make me a sandbox</button> <span id="try-credential" role="status"></span></p>
</fieldset>`;

const answer = `<div id="try-answer" hidden><h3>Answer <span id="try-status"></span></h3>
<p id="try-problem" hidden></p>
<div class="code"><pre><code id="try-output"></code></pre></div>
<details><summary>Headers</summary><div class="code"><pre><code id="try-headers"></code></pre></div></details></div>`;

/** What an example holds of another tenant, and the operation that gives a reader one of their own. */
const givenBy: Readonly<Record<string, string>> = {
  offer: 'createQuote',
  customerId: 'registerCustomer',
  policyId: 'bindPolicy',
  claimId: 'reportClaim',
};

/** What must be replaced before the form is sent; the script hides each line of which the tab knows one already. */
const needsOf = (parameters: readonly Parameter[], body: unknown): string => {
  const inPath = parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
  const inBody = JSON.stringify(body ?? {});
  return Object.entries(givenBy)
    .filter(([name]) => inPath.includes(name) || inBody.includes(`"${name}":`))
    .map(([name, id]) => {
      const link = tag('a', { href: `/docs/reference/operations/${id}` }, id);
      const words = `Replace <code>${name}</code>: get it from ${link}.`;
      return tag('p', { class: 'hint', 'data-needs': name }, words);
    })
    .join('\n');
};

const formOf = ({ method, path, operation }: FoundOperation, recorded: Recorded | undefined): string => {
  const { parameters = [], requestBody, security = [] } = operation;
  const query: Readonly<Record<string, unknown>> = recorded?.request.query ?? {};
  const filledWith = ({ in: place, name }: Parameter): string =>
    place === 'query' && name in query ? String(query[name]) : '';
  const [type] = Object.keys(requestBody?.content ?? {});
  const needsToken = security.length > 0;
  const inner = `<h2 id="try-title">Try it</h2>
<p class="hint">Sends <code>${method} ${escaped(path)}</code> to the host that shows this page.</p>
<noscript><p>This needs JavaScript; the examples above do not.</p></noscript>
<form id="try-form" hidden>
${needsToken ? credentials : ''}
${needsOf(parameters, recorded?.request.body)}
${parameters.map((one) => field(one, filledWith(one))).join('\n')}
${type === undefined ? '' : bodyField(recorded?.request.body, type)}
<p><button type="submit">Send</button> <span id="try-state" role="status"></span></p>
</form>
${answer}`;
  const data = { 'data-method': method, 'data-path': path, 'data-token': String(needsToken) };
  return `${tag('section', { class: 'try', id: 'try-it', 'aria-labelledby': 'try-title', ...data }, inner)}\n`;
};

/** The form of an operation's page, filled with what was recorded for its example; undefined for any other page. */
export const tryItOf = (root: string, path: string): string | undefined => {
  const [, id = ''] = /^\/docs\/reference\/operations\/(\w+)$/.exec(path) ?? [];
  const found = id === '' ? undefined : operationsIn(root).get(id);
  return found === undefined ? undefined : formOf(found, recordedOf(root, id));
};
