import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { aReader, type Heard, pathsOf, type Reader } from './reader.ts';

let reader: Reader;
beforeAll(async () => {
  if (hasChromium) reader = await aReader();
});
afterAll(async () => {
  if (hasChromium) await reader.close();
});

/** Pixels by which a page is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const visit = async (page: Page, path: string): Promise<readonly string[]> => {
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
  const [overflow, titles] = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.querySelectorAll('h1').length,
  ]);
  return [
    ...(answer?.status() === 200 ? [] : [`${path} is answered by ${answer?.status()}`]),
    ...(overflow === 0 ? [] : [`${path} is ${overflow} px too wide for a phone`]),
    ...(titles === 1 ? [] : [`${path} has ${titles} titles`]),
  ];
};

/**
 * Pages that one template makes are alike, so every fifth of them stands for the others; `npm run proof` visits all.
 * Those that somebody wrote, and those of operations, are visited every time.
 */
const alike = /^\/docs\/(operations\/runbooks|problems|reference\/(objects|events))\//;
const visited = (paths: readonly string[]): readonly string[] =>
  process.env['BINDERY_PAGES'] === 'all' ? paths : paths.filter((path, at) => !alike.test(path) || at % 5 === 0);

/** Windows side by side, each taking the next page that nobody took. */
const windows = 2;

describe.runIf(hasChromium)('every page of the docs, on a phone', () => {
  it('loads whole, says nothing in the console, asks nobody else, and does not scroll sideways', async () => {
    const paths = await pathsOf(reader);
    expect(paths.length).toBeGreaterThan(650);
    const heard: Heard = [];
    const wrong: string[] = [];
    const left = [...visited(paths)];
    expect(left.length).toBeGreaterThan(250);
    const context = await reader.context({ viewport: { width: 360, height: 740 } });
    const read = async (): Promise<void> => {
      const page = await context.newPage();
      reader.listen(page, heard);
      for (let path = left.pop(); path !== undefined; path = left.pop()) wrong.push(...(await visit(page, path)));
    };
    await Promise.all(Array.from({ length: windows }, read));
    await context.close();
    expect([...wrong, ...heard]).toEqual([]);
  }, 300_000);

  it('has a menu behind a button, and code and tables that scroll in themselves', async () => {
    const { page, heard } = await reader.open('/docs/reference/operations/bindPolicy', {
      viewport: { width: 360, height: 740 },
    });
    const menu = page.getByRole('button', { name: 'Menu' });
    const nav = page.getByRole('navigation', { name: 'Documentation' });
    expect(await nav.isVisible()).toBe(false);
    await menu.click();
    expect(await nav.isVisible()).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await overflowOf(page)).toBe(0);
    const reachable = await page.$$eval('.code pre', (all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => (one as HTMLElement).tabIndex),
    );
    expect(new Set(reachable)).toEqual(new Set([0]));
    await page.context().close();
    expect(heard).toEqual([]);
  });
});
