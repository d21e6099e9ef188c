import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { aReader, pathsOf, type Reader } from './reader.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

let reader: Reader;
beforeAll(async () => {
  if (hasChromium) reader = await aReader();
});
afterAll(async () => {
  if (hasChromium) await reader.close();
});

/** Generated pages are alike: one of each kind stands for all. */
const generated = /^\/docs\/(reference|operations\/runbooks)\//;
const oneOfEachKind = [
  'reference/operations',
  'reference/operations/createQuote',
  'reference/operations/listPolicies',
  'reference/operations/appendRecords',
  'reference/objects',
  'reference/objects/FormField',
  'reference/events',
  'reference/events/policy.bound',
  'reference/problems',
  'reference/problems/price-changed',
  'reference/lifecycles',
  'reference/limits',
  'reference/metrics',
  'reference/sandbox-values',
  'reference/access-patterns',
  'operations/runbooks',
  'operations/runbooks/create-quote-fails',
].map((name) => `/docs/${name}`);

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] };
type Axe = { readonly run: (of: Document, how: object) => Promise<{ readonly violations: readonly Violation[] }> };

/** What of a page somebody could not see, reach or be read aloud. */
const violationsOf = async (page: Page, runOnly: object): Promise<readonly string[]> => {
  const found = await page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { readonly axe: Axe };
    const { violations } = await inPage.run(document, { runOnly: only, reporter: 'no-passes', preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} and ${nodes.length - 1} more`);
  }, runOnly);
  return found.map((one) => `${new URL(page.url()).pathname}: ${one}`);
};

/** Everything in light colours; in dark ones only colours are others. */
const inBoth = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsOf(page, { type: 'tag', values: tags });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsOf(page, { type: 'rule', values: ['color-contrast'] });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
};

describe.runIf(hasChromium)('the docs, in light and in dark', () => {
  it('can be read by everybody: axe finds nothing on pages written by hand, nor on each kind of others', async () => {
    const written = (await pathsOf(reader)).filter((path) => !generated.test(path));
    expect(written.length).toBeGreaterThan(30);
    const context = await reader.context({ bypassCSP: true });
    const page = await context.newPage();
    const violations: string[] = [];
    for (const path of [...written, ...oneOfEachKind]) {
      await page.goto(path);
      violations.push(...(await inBoth(page)));
    }
    await context.close();
    expect(violations).toEqual([]);
  }, 300_000);

  it('can be searched by everybody', async () => {
    const { page } = await reader.open('/docs', { bypassCSP: true });
    await page.keyboard.press('/');
    await page.keyboard.type('webhook');
    await page.getByRole('option').first().waitFor();
    expect(await inBoth(page)).toEqual([]);
    await page.context().close();
  });

  it('can be tried by everybody, on a phone too', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await reader.open('/docs/reference/operations/getHealth', { bypassCSP: true, viewport });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('#try-answer').waitFor();
    expect(await inBoth(page)).toEqual([]);
    await page.context().close();
  });

  it('are seen to have a fault that they have', async () => {
    const { page } = await reader.open('/docs', { bypassCSP: true });
    await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { main p { color: #333; } }' });
    await page.evaluate(() => document.querySelector('main img')?.removeAttribute('alt'));
    const found = await inBoth(page);
    expect(found.some((one) => one.startsWith('/docs: image-alt'))).toBe(true);
    expect(found.some((one) => one.startsWith('dark: /docs: color-contrast'))).toBe(true);
    await page.context().close();
  });
});
