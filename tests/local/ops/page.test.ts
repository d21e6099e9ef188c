import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../local/ops/page/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const page = read('index.html');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
const styles = read('page.css');

describe('the page of operations', () => {
  it('holds nothing that its own policy would not let run or apply', () => {
    expect(page).not.toMatch(/<style|\bstyle=|\bon\w+=|javascript:/i);
    for (const [, attributes = '', body = ''] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g))
      expect([attributes.includes('src='), body]).toEqual([true, '']);
    expect(styles).not.toMatch(/@import|url\(/);
  });
  it('loads nothing from elsewhere', () => {
    for (const [, link = ''] of page.matchAll(/(?:href|src)="([^"]+)"/g)) expect(link).toMatch(/^[/#]/);
    for (const name of scripts)
      for (const [, from = ''] of read(name).matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^(\.\/|\/ops\/)/);
  });
  it('makes text of what others wrote, never markup', () => {
    for (const name of scripts)
      expect([name, read(name)]).toEqual([
        name,
        expect.not.stringMatching(/innerHTML|outerHTML|insertAdjacentHTML|eval\(/),
      ]);
  });
  it('lets the keyboard into every part that scrolls by itself, and names it', () => {
    const scrolling = [...page.matchAll(/<(\w+) class="wide"([^>]*)>/g)];
    expect(scrolling.length).toBeGreaterThan(3);
    for (const [, tag, attributes] of scrolling) {
      expect(tag).toBe('section');
      expect(attributes).toMatch(/aria-label="[^"]+"/);
    }
    expect(read('main.js')).toContain("querySelectorAll('.wide')) part.tabIndex = 0");
  });
  it('has every part that its scripts fill', () => {
    const parts = new Set([...page.matchAll(/\bid="([\w-]+)"/g)].map(([, id]) => id));
    const wanted = scripts.flatMap((name) =>
      [...read(name).matchAll(/\b(?:at|fill|count)\('([\w-]+)'/g)].map(([, id = '']) => id),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((id) => !parts.has(id))).toEqual([]);
  });
  it('has a colour for light and for dark of each name that it uses', () => {
    const [light = '', dark = ''] = styles.split('prefers-color-scheme: dark');
    const namesIn = (text: string) => [...new Set([...text.matchAll(/^\s+(--\w+):/gm)].map(([, name]) => name))];
    expect(namesIn(dark.split('box-sizing')[0] ?? '')).toEqual(namesIn(light));
    for (const [, name = ''] of styles.matchAll(/var\((--\w+)\)/g)) expect(namesIn(light)).toContain(name);
  });
});
