// What every page does: copying code, choosing a language of examples, and the menu of a narrow screen.

const isChinese = document.documentElement.lang.startsWith('zh');
const words = isChinese
  ? { copy: '复制', copied: '已复制', language: '示例的语言' }
  : { copy: 'Copy', copied: 'Copied', language: 'Language of the example' };

/** Examples speak to the host that serves them; a host of files alone has no platform to speak to. */
const speakToThisHost = () => {
  const written = 'http://localhost:8787';
  if (document.body.dataset.live === undefined || location.origin === written) return;
  const texts = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (text.data.includes(written)) text.data = text.data.replaceAll(written, location.origin);
};

const copy = (block) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  const named = block.dataset.language;
  button.setAttribute('aria-label', named === undefined ? words.copy : `${words.copy} ${named}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.querySelector('code').textContent);
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 1_500);
  });
  block.append(button);
};

const remembered = 'bindery-docs-tab';

const choose = (wanted) => {
  for (const group of document.querySelectorAll('.tabs')) {
    const panels = [...group.querySelectorAll('.tab')];
    const chosen = panels.find(({ dataset }) => dataset.tab === wanted);
    if (chosen === undefined) continue;
    for (const panel of panels) panel.hidden = panel !== chosen;
    for (const button of group.querySelectorAll('[role=tab]')) {
      const isChosen = button.dataset.tab === wanted;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
  }
};

const buttonFor = (panel) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `${panel.id}-tab`;
  button.dataset.tab = panel.dataset.tab;
  button.textContent = panel.querySelector('.tab-name').textContent;
  button.setAttribute('role', 'tab');
  button.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', button.id);
  panel.removeAttribute('aria-label');
  panel.querySelector('.tab-name').hidden = true;
  return button;
};

const turnInto = (group) => {
  const panels = [...group.querySelectorAll('.tab')];
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', words.language);
  const buttons = panels.map(buttonFor);
  list.append(...buttons);
  const take = (button) => {
    sessionStorage.setItem(remembered, button.dataset.tab);
    choose(button.dataset.tab);
    button.focus();
  };
  list.addEventListener('click', ({ target }) => target.dataset.tab && take(target));
  list.addEventListener('keydown', ({ key, target }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step !== undefined) take(buttons[(buttons.indexOf(target) + step + buttons.length) % buttons.length]);
  });
  group.prepend(list);
  choose(panels[0].dataset.tab);
};

const menu = () => {
  const button = document.querySelector('button.menu');
  const side = document.querySelector('.side');
  document.documentElement.classList.add('scripted');
  button.hidden = false;
  button.addEventListener('click', () => {
    const isOpen = side.classList.toggle('open');
    button.setAttribute('aria-expanded', String(isOpen));
  });
};

/** What scrolls sideways can be scrolled by keys too. */
const reachable = () => {
  for (const box of document.querySelectorAll('.wide, .drawing, .code pre')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
};

/** The part of the page that is read is marked in its contents. */
const follow = () => {
  const links = new Map(
    [...document.querySelectorAll('.contents a')].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
  );
  const watcher = new IntersectionObserver(
    (entries) => {
      const [seen] = entries.filter(({ isIntersecting }) => isIntersecting);
      if (seen === undefined) return;
      for (const a of links.values()) a.classList.remove('read');
      links.get(seen.target.id)?.classList.add('read');
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const heading of document.querySelectorAll('article :is(h2, h3)[id]')) watcher.observe(heading);
};

speakToThisHost();
for (const group of document.querySelectorAll('.tabs')) turnInto(group);
const last = sessionStorage.getItem(remembered);
if (last !== null) choose(last);
for (const block of document.querySelectorAll('.code')) copy(block);
menu();
follow();
reachable();
// What it holds may come later, or be another thing then: a drawing, an answer.
const sizes = new ResizeObserver(reachable);
for (const box of document.querySelectorAll('.wide, .drawing, .code pre'))
  for (const one of [box, ...box.children]) sizes.observe(one);
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest' });
