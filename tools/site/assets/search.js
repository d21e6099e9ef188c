// Search without a server: the index comes when somebody begins to search, and stays in the browser's cache.

import { fields, searchOptions, termOf, tokensOf } from './tokens.js';

const shownMax = 12;
const input = document.querySelector('#search');
const language = document.documentElement.lang.slice(0, 2);

const list = document.createElement('div');
list.id = 'results';
list.className = 'results';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', input.getAttribute('aria-label'));
list.hidden = true;
const state = document.createElement('p');
state.className = 'results-state';
state.setAttribute('role', 'status');
state.setAttribute('aria-live', 'polite');
input.parentElement.append(list, state);
input.setAttribute('role', 'combobox');
input.setAttribute('aria-expanded', 'false');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', list.id);

const isChinese = language === 'zh';
const loadingWords = isChinese ? '正在加载…' : 'Loading…';
const nothingWords = (wished) => (isChinese ? `没有找到“${wished}”。` : `Nothing is found by “${wished}”.`);

let loading;
const load = () => {
  loading ??= Promise.all([import('./minisearch.js'), fetch('/docs/search.json').then((answer) => answer.text())]).then(
    ([{ default: MiniSearch }, text]) =>
      MiniSearch.loadJSON(text, {
        ...{ fields, idField: 'path', storeFields: ['title', 'about', 'language', 'weight'] },
        ...{ tokenize: tokensOf, processTerm: termOf },
      }),
  );
  return loading;
};

let chosen = -1;
const options = () => [...list.children];
const choose = (at) => {
  const all = options();
  chosen = all.length === 0 ? -1 : (at + all.length) % all.length;
  for (const [place, option] of all.entries()) option.setAttribute('aria-selected', String(place === chosen));
  const option = all[chosen];
  if (option === undefined) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
};

const show = (isShown) => {
  list.hidden = !isShown;
  input.setAttribute('aria-expanded', String(isShown));
  if (!isShown) input.removeAttribute('aria-activedescendant');
};

const optionOf = ({ id, title, about }, at) => {
  const option = document.createElement('a');
  option.id = `result-${at}`;
  option.href = id;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const [name, place, words] = ['strong', 'small', 'span'].map((tag) => document.createElement(tag));
  name.textContent = title;
  place.textContent = id.replace(/^\/docs\/?/, '');
  words.textContent = about;
  option.append(name, place, words);
  return option;
};

let isLoaded = false;
const ask = async () => {
  const wished = input.value.trim();
  if (wished === '') {
    state.textContent = '';
    return show(false);
  }
  if (!isLoaded) state.textContent = loadingWords;
  const index = await load();
  isLoaded = true;
  if (wished !== input.value.trim()) return;
  const found = index.search(wished, searchOptions(language)).slice(0, shownMax);
  list.replaceChildren(...found.map(optionOf));
  state.textContent = found.length === 0 ? nothingWords(wished) : '';
  show(found.length > 0);
  choose(0);
};

const keys = {
  ArrowDown: () => choose(chosen + 1),
  ArrowUp: () => choose(chosen - 1),
  Enter: () => options()[chosen]?.click(),
  Escape: () => {
    show(false);
    input.blur();
  },
};

input.addEventListener('focus', load);
input.addEventListener('input', ask);
input.addEventListener('keydown', (event) => {
  const act = event.isComposing ? undefined : keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});
input.form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('click', ({ target }) => input.form.contains(target) || show(false));
addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
});
