import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetNamed } from '../../../tools/site/assets.ts';
import { exportSite } from '../../../tools/site/export.ts';
import { siteOf } from '../../../tools/site/site.ts';
import { repository } from './fixture.ts';

const site = siteOf(repository);
const bodyAt = (path: string): string => String(site.at(path)?.body);
const isPage = (path: string): boolean => path.startsWith('/docs') && !/\.(md|json|txt)$/.test(path);
const pages = site.paths().filter(isPage);

/** A page, and everything that it loads before anybody touches it. */
const weightOf = (path: string): number => {
  const html = bodyAt(path);
  const loaded = [...html.matchAll(/(?:src|href)="\/docs\/assets\/([\w.-]+)\?v=/g)].map(([, name = '']) => name);
  // One of its scripts is loaded by another one.
  const assets = [...new Set([...loaded, 'tokens.js'])].map((name) => assetNamed(name)?.body.length ?? Number.NaN);
  return assets.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(html));
};

describe('the site of this repository', () => {
  it('has no page that weighs more than 100 kB with all that it loads', () => {
    expect(pages.length).toBeGreaterThan(650);
    const weights = pages.map((path) => ({ path, bytes: weightOf(path) }));
    expect(weights.filter(({ bytes }) => !(bytes <= 100_000))).toEqual([]);
    expect(Math.min(...weights.map(({ bytes }) => bytes))).toBeGreaterThan(10_000);
  });
  it('loads nothing from elsewhere and runs nothing that is written in a page', () => {
    for (const path of pages) {
      const html = bodyAt(path);
      expect([path, html.match(/<(script|link|img)[^>]*(src|href)="(?!\/)[^"]*"/)]).toEqual([path, null]);
      expect([path, html.match(/<style|<script(?![^>]* src=)| style="|<[^>]* on\w+="/)]).toEqual([path, null]);
    }
  });
  it('gives what it has made before in less than five milliseconds, and a first page in less than 300', () => {
    const started = performance.now();
    const fresh = siteOf(repository);
    fresh.at('/docs/reference/operations/bindPolicy');
    const first = performance.now() - started;
    const times = Array.from({ length: 21 }, () => {
      const begun = performance.now();
      fresh.at('/docs/reference/operations/bindPolicy');
      return performance.now() - begun;
    }).toSorted((a, b) => a - b);
    expect(times[10]).toBeLessThan(5);
    expect(first).toBeLessThan(300);
  });
  it('lists operations beside their pages by capability in the order of a sale, and last what nobody calls', () => {
    const [menu = ''] = /<nav class="side"[\s\S]*?<\/nav>/.exec(bodyAt('/docs/reference/operations/bindPolicy')) ?? [];
    const groups = [...menu.matchAll(/<p class="group">([^<]*)<\/p>/g)].map(([, name]) => name);
    expect(groups.slice(0, 4)).toEqual(['quoting', 'policies', 'payments', 'claims']);
    expect(groups.slice(-2)).toEqual(['health', 'What runs by itself']);
    expect(menu.indexOf('>createQuote<')).toBeLessThan(menu.indexOf('>bindPolicy<'));
    expect(menu.indexOf('>signCheckpoint<')).toBeGreaterThan(menu.indexOf('What runs by itself'));
  });
  it('has a page with a form and an example for each operation of the OpenAPI document', () => {
    const { paths } = JSON.parse(bodyAt('/openapi.json')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.length).toBeGreaterThan(70);
    for (const id of ids) {
      const page = bodyAt(`/docs/reference/operations/${id}`);
      const has = [`<h1 id="${id.toLowerCase()}">`, 'id="try-form"', 'id="example"', 'id="refusals"', 'id="answer"'];
      expect([id, has.filter((part) => !page.includes(part))]).toEqual([id, []]);
    }
  });
});

describe('the site as files', () => {
  const out = mkdtempSync(join(tmpdir(), 'bindery-export-'));
  afterAll(() => rmSync(out, { recursive: true }));
  const count = exportSite(repository.replace(/\/$/, ''), out);
  const read = (path: string): string => readFileSync(join(out, path), 'utf8');

  it('has a file for each page, its Markdown, and all that they load', () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files).toHaveLength(count);
    for (const path of ['docs', 'docs/zh', 'docs/quickstart', 'docs/problems/price-changed'])
      expect(read(`${path}/index.html`)).toMatch(/^<!doctype html>/);
    for (const path of ['docs.md', 'docs/quickstart.md', 'llms.txt', 'openapi.json', 'docs/search.json'])
      expect([path, existsSync(join(out, path))]).toEqual([path, true]);
    expect(read('schemas/events/policy.bound.json')).toContain('"$id": "/schemas/events/policy.bound.json"');
  });
  it('leads to files alone, and offers nothing that needs a platform', () => {
    const isThere = (link: string): boolean => {
      const [path = ''] = link.split(/[?#]/);
      return (
        path === '' || existsSync(join(out, path, 'index.html')) || (existsSync(join(out, path)) && path.includes('.'))
      );
    };
    for (const path of pages) {
      const html = read(`${path}/index.html`);
      const broken = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)]
        .map(([, link = '']) => decodeURI(link))
        .filter((link) => !/^[a-z]+:/.test(link) && !isThere(link));
      expect([path, broken]).toEqual([path, []]);
      expect([path, html.includes('try-form')]).toEqual([path, false]);
    }
  });
});
