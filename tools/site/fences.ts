import { highlighted } from './highlight.ts';
import { escaped, tag } from './html.ts';

/** What the info string of a fence says: its language, and words of the form `name=value`. */
export type Fence = { readonly language: string; readonly tab?: string; readonly file?: string };

export const fenceOf = (info: string): Fence => {
  const [language = '', ...rest] = info.trim().split(/\s+/);
  const named = Object.fromEntries(
    rest.flatMap((word) => {
      const [name = '', value] = word.split(/=(.*)/s);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const { tab, file } = named;
  return { language, ...(tab !== undefined && { tab }), ...(file !== undefined && { file }) };
};

/** A block of code as it stands on a page; the script of the page puts a button for copying on it. */
export const codeBlock = (text: string, info: string): string => {
  const { language } = fenceOf(info);
  const named = language === '' || language === 'text' ? undefined : language;
  const code = `<pre><code>${highlighted(text, language)}</code></pre>`;
  return `${tag('div', { class: 'code', 'data-language': named }, code)}\n`;
};

export type TabItem = { readonly text: string; readonly lang: string };

/** One thing in several languages. Without a script they stand one below the other, each under its name. */
export const tabs = (items: readonly TabItem[], id: string): string => {
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) return codeBlock(only.text, only.lang);
  const panels = items.map(({ text, lang }, at) => {
    const { tab = '' } = fenceOf(lang);
    const inner = `${tag('p', { class: 'tab-name' }, escaped(tab))}${codeBlock(text, lang)}`;
    return tag('section', { class: 'tab', id: `${id}-${at}`, 'data-tab': tab, 'aria-label': tab }, inner);
  });
  return `${tag('div', { class: 'tabs' }, panels.join(''))}\n`;
};
