import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { openChromium } from './chromium.ts';

/** What a browser complained of, and whom it asked beside the platform. */
export type Heard = string[];

/** Listens to a page: errors of its scripts and of its console, and requests that leave this machine or fail. */
const listen = (page: Page, url: string, heard: Heard): void => {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      heard.push(`${page.url()} asks ${request.url()}`);
  });
};

export type Reader = {
  readonly bindery: Bindery;
  readonly context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of the docs in a new window, and what is heard of it. */
  readonly open: (
    path: string,
    options?: BrowserContextOptions,
  ) => Promise<{ readonly page: Page; readonly heard: Heard }>;
  readonly listen: (page: Page, heard: Heard) => void;
  readonly close: () => Promise<void>;
};

/** The whole platform, with a browser before it. */
export const aReader = async (): Promise<Reader> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-reader-'));
  const wish = { port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [], limitTimes: 1_000 };
  const [bindery, browser]: [Bindery, Browser] = await Promise.all([startBindery(wish), openChromium()]);
  const context = (options: BrowserContextOptions = {}) =>
    browser.newContext({ viewport: { width: 1_280, height: 900 }, baseURL: bindery.url, ...options });
  const listened = (page: Page, heard: Heard): void => listen(page, bindery.url, heard);
  return {
    bindery,
    context,
    listen: listened,
    open: async (path, options) => {
      const page = await (await context(options)).newPage();
      const heard: Heard = [];
      listened(page, heard);
      await page.goto(path);
      return { page, heard };
    },
    close: async () => {
      await browser.close();
      await bindery.stop();
      await rm(folder, { recursive: true });
    },
  };
};

/** Every page of the site, as its sitemap says. */
export const pathsOf = async ({ bindery }: Reader): Promise<readonly string[]> => {
  const map = await (await fetch(`${bindery.url}/docs/sitemap.md`)).text();
  return [...map.matchAll(/\]\((\/docs[^)]*)\.md\)/g)].map(([, path = '']) => path);
};
