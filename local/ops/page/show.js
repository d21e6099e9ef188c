/** Everything on the page is made by these: text is text, whatever somebody wrote into it. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

export const at = (id) => document.getElementById(id);

/** What looks the same and leads to the same, before and after a part was filled anew. */
const markOf = (node) => [node.tagName, node.getAttribute('href'), node.dataset.id, node.textContent].join(' ');
/** Fills a part anew. Who stands in it with the keyboard stays there, as long as the same is still there. */
export const fill = (id, children) => {
  const stands = at(id).contains(document.activeElement) ? markOf(document.activeElement) : undefined;
  at(id).replaceChildren(...children);
  if (stands === undefined) return;
  const same = [...at(id).querySelectorAll('a, button')].find((node) => markOf(node) === stands);
  same?.focus({ preventScroll: true });
};
export const count = (id, number) => {
  at(id).textContent = number === 0 ? '' : `(${number})`;
};

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How long ago something was, with the instant itself for whoever points at it. */
export const ago = (instant) => {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return element('span', {}, '–');
  const seconds = Math.round((then - Date.now()) / 1_000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[3];
  return element('time', { datetime: instant, title: instant }, relative.format(Math.trunc(seconds / size), unit));
};

export const row = (...cells) =>
  element('tr', {}, ...cells.map((cell) => (cell instanceof HTMLTableCellElement ? cell : element('td', {}, cell))));

export const when = (instant) => element('td', { class: 'when' }, ago(instant));

/** Says what went wrong as a sentence; the rest of the page stays as it is. */
export const getJson = async (path) => {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
};

export const postJson = async (path, body) => {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { ok: response.ok, answer: await response.json().catch(() => ({})) };
};
