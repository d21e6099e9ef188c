// The form of an operation: sends what it holds to the host that shows the page, and shows what comes back.

import { filledWith, forget, known, learn } from './try-things.js';

const $ = (id) => document.getElementById(id);
const section = $('try-it');
const form = $('try-form');
const kept = 'bindery-docs-credential';

/** A credential lives in this tab alone, and a token in this page. */
let token;
const remember = (clientId, secret) => sessionStorage.setItem(kept, JSON.stringify({ clientId, secret }));

/** The page says who asks; a browser that saw a refusal would ask the reader for a name and a password instead. */
const credentials = 'omit';

const say = (id, text) => ($(id).textContent = text);

const tokenFor = async (clientId, secret) => {
  if (token?.of === `${clientId}:${secret}` && token.until > Date.now()) return token.value;
  const answer = await fetch('/oauth/token', {
    ...{ method: 'POST', credentials },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
  });
  if (!answer.ok) return { refused: answer };
  const { access_token: value, expires_in: seconds } = await answer.json();
  token = { of: `${clientId}:${secret}`, value, until: Date.now() + (seconds - 30) * 1_000 };
  return value;
};

const inputs = (place) => [...form.querySelectorAll(`[data-in="${place}"]`)].filter(({ value }) => value !== '');

const urlOf = () => {
  let path = section.dataset.path;
  for (const { name, value } of inputs('path')) path = path.replace(`{${name}}`, encodeURIComponent(value));
  const query = new URLSearchParams(inputs('query').map(({ name, value }) => [name, value]));
  return query.size === 0 ? path : `${path}?${query}`;
};

const requestOf = (bearer) => {
  const body = $('try-body');
  const isForm = body?.dataset.type === 'application/x-www-form-urlencoded';
  const headers = Object.fromEntries(inputs('header').map(({ name, value }) => [name, value]));
  if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`;
  if (body !== null) headers['content-type'] = body.dataset.type;
  const sent = isForm ? new URLSearchParams(JSON.parse(body.value)) : body?.value;
  return { method: section.dataset.method, headers, credentials, ...(body !== null && { body: sent }) };
};

const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** A problem names the page that explains it; it is opened on this host, wherever the platform says that docs are. */
const problemOf = (text) => {
  try {
    const { code, title, detail } = JSON.parse(text);
    return typeof code === 'string' && typeof detail === 'string' ? { code, title, detail } : undefined;
  } catch {
    return undefined;
  }
};

const showProblem = (problem) => {
  const line = $('try-problem');
  line.hidden = problem === undefined;
  if (problem === undefined) return;
  const link = document.createElement('a');
  link.href = `/docs/problems/${encodeURIComponent(problem.code)}`;
  link.textContent = problem.code;
  line.replaceChildren(link, `: ${problem.detail}`);
};

const show = async (answer) => {
  const text = await answer.text();
  say('try-status', `${answer.status}`);
  $('try-status').className = answer.ok ? 'good' : 'bad';
  say('try-output', text === '' ? '(no body)' : pretty(text));
  say('try-headers', [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'));
  showProblem(answer.ok ? undefined : problemOf(text));
  $('try-answer').hidden = false;
};

/** Every intent has a key of its own; a second press of the same button is the same intent only if the key stays. */
const newKey = () => {
  const key = form.querySelector('[name="Idempotency-Key"]');
  if (key !== null) key.value = crypto.randomUUID();
};

const send = async () => {
  say('try-state', 'Sending …');
  let bearer;
  if (section.dataset.token === 'true') {
    const [clientId, secret] = [$('try-client').value.trim(), $('try-secret').value.trim()];
    if (clientId === '' || secret === '') return say('try-state', 'Give a credential, or make a sandbox.');
    remember(clientId, secret);
    bearer = await tokenFor(clientId, secret);
    if (typeof bearer !== 'string') {
      await show(bearer.refused);
      return say('try-state', 'No token was granted.');
    }
  }
  const started = performance.now();
  const request = requestOf(bearer);
  const answer = await fetch(urlOf(), request);
  if (answer.ok) learn(request.body, await answer.clone().text());
  await show(answer);
  say('try-state', `${Math.round(performance.now() - started)} ms`);
};

const makeSandbox = async () => {
  say('try-credential', 'Making one …');
  const answer = await fetch('/v1/sandboxes', {
    ...{ method: 'POST', credentials },
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ name: 'Docs' }),
  });
  if (!answer.ok) {
    await show(answer);
    return say('try-credential', 'None was made.');
  }
  const { clientId, secret, tenant } = await answer.json();
  $('try-client').value = clientId;
  $('try-secret').value = secret;
  remember(clientId, secret);
  // What another tenant was given is not to be had here.
  forget();
  say('try-credential', `${tenant} is yours.`);
};

/** What earlier forms of this tab were answered stands in this one; of the rest it says where to get it. */
const prefill = () => {
  const things = known();
  const body = $('try-body');
  if (body?.dataset.type === 'application/json')
    body.value = JSON.stringify(filledWith(JSON.parse(body.value), things), null, 2);
  for (const input of form.querySelectorAll('[data-in="path"]')) input.value ||= things[input.name] ?? '';
  for (const hint of form.querySelectorAll('[data-needs]')) hint.hidden = things[hint.dataset.needs] !== undefined;
};

const failed = (id) => (cause) => say(id, `${cause.message ?? cause}`);

const begin = () => {
  const known = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
  if (known !== null && $('try-client') !== null) {
    $('try-client').value = known.clientId;
    $('try-secret').value = known.secret;
  }
  prefill();
  newKey();
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send().catch(failed('try-state'));
  });
  form.addEventListener('input', ({ target }) => {
    if (target.id === 'try-body' || target.dataset.in === 'path') newKey();
  });
  $('try-sandbox')?.addEventListener('click', () => makeSandbox().catch(failed('try-credential')));
};

begin();
