import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(`${docs}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'));
const translated = pagesIn('zh');

/** What each snippet of a page says that it is: its language, its tab, its file. */
const snippetsOf = (page: string): readonly string[] =>
  [...readFileSync(`${docs}${page}`, 'utf8').matchAll(/^```(\w.* file=.*)$/gm)].map(([, info = '']) => info);

/** Whether all of these stand among those, in the same order. */
const standAmong = (some: readonly string[], all: readonly string[]): boolean => {
  let at = 0;
  for (const one of all) if (one === some[at]) at += 1;
  return at === some.length;
};

describe('the Chinese pages', () => {
  it('are there for all that a partner reads first', () => {
    const guides = ['checkout', 'retries', 'webhooks', 'errors', 'money', 'claims', 'time-travel', 'going-live'];
    expect(translated).toEqual(expect.arrayContaining(['quickstart.md', ...guides.map((name) => `guides/${name}.md`)]));
  });
  it.each(translated)('show the snippets of the English page, in its order: %s', (page) => {
    const [chinese, english] = [snippetsOf(`zh/${page}`), snippetsOf(page)];
    expect(standAmong(chinese, english), `${chinese.join('\n')}\n\n${english.join('\n')}`).toBe(true);
    expect(chinese.length).toBeGreaterThanOrEqual(english.length - 1);
  });
  it.each(translated)('are Chinese: %s', (page) => {
    const text = readFileSync(`${docs}zh/${page}`, 'utf8').replace(/```[\s\S]*?```/g, '');
    expect(text.match(/\p{Script=Han}/gu)?.length ?? 0).toBeGreaterThan(200);
  });
});
