import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { aReader, type Reader } from './reader.ts';

let reader: Reader;
beforeAll(async () => {
  if (hasChromium) reader = await aReader();
});
afterAll(async () => {
  if (hasChromium) await reader.close();
});

describe.runIf(hasChromium)('a reader of the docs', () => {
  it('finds a page by keys alone: a slash, a word, and Enter', async () => {
    const { page, heard } = await reader.open('/docs');
    await page.keyboard.press('/');
    await page.keyboard.type('price-changed');
    const first = page.getByRole('option').first();
    await first.waitFor();
    const box = page.getByRole('combobox');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe('result-0');
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe('result-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/reference/problems/price-changed');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('price-changed');
    await page.context().close();
    expect(heard).toEqual([]);
  });

  it('is told when nothing is found, and gets out of the search by Escape', async () => {
    const { page } = await reader.open('/docs');
    await page.keyboard.press('/');
    await page.keyboard.type('qqqqzzzz');
    await page.getByText('Nothing is found').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.context().close();
  });

  it('gets no index of the search before searching', async () => {
    const { page } = await reader.open('/docs');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('icon')) asked.push(new URL(request.url()).pathname);
    });
    await page.keyboard.press('/');
    await page.keyboard.type('bindPolicy');
    await page.getByRole('option').first().waitFor();
    expect(asked.toSorted()).toEqual(['/docs/assets/minisearch.js', '/docs/search.json']);
    await page.context().close();
  });

  it('goes on to the next page and back up by the trail', async () => {
    const { page, heard } = await reader.open('/docs');
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.waitForURL('**/docs/quickstart');
    await page.getByRole('link', { name: /^Previous/ }).click();
    await page.waitForURL('**/docs');
    await page.goto('/docs/reference/problems/price-changed');
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Problems' }).click();
    await page.waitForURL('**/docs/reference/problems');
    await page.context().close();
    expect(heard).toEqual([]);
  });

  it('changes to Chinese and back on the same page, and only where there is one', async () => {
    const { page, heard } = await reader.open('/docs');
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/docs/zh');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/docs');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.goto('/docs/reference/limits');
    expect(await page.getByRole('link', { name: '中文' }).count()).toBe(0);
    await page.context().close();
    expect(heard).toEqual([]);
  });

  it('jumps to the content first', async () => {
    const { page } = await reader.open('/docs/glossary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.context().close();
  });

  it('copies an example, in the language that was chosen on the page before', async () => {
    const { page, heard } = await reader.open('/docs/reference/operations/bindPolicy', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('tab', { name: 'TypeScript' }).click();
    await page.goto('/docs/reference/operations/getPolicy');
    const panel = page.getByRole('tabpanel', { name: 'TypeScript' });
    await panel.waitFor();
    expect(await page.getByRole('tabpanel', { name: 'curl' }).count()).toBe(0);
    await panel.hover();
    await panel.getByRole('button', { name: 'Copy' }).click();
    await panel.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^const answer = await bindery\.getPolicy\(\{ policyId: 'pol_\w+' \}\);\s*$/);
    await page.keyboard.press('Tab');
    await page.context().close();
    expect(heard).toEqual([]);
  });

  it('moves between the languages of an example by arrows', async () => {
    const { page } = await reader.open('/docs/reference/operations/bindPolicy');
    await page.getByRole('tab', { name: 'curl' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CLI');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'curl' }).getAttribute('aria-selected')).toBe('true');
    await page.context().close();
  });
});
