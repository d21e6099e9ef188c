import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bindery, startBindery } from '../../support/bindery.ts';

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-docs-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

const inHtml = /\s(?:href|src)="([^"]+)"/g;
const isPage = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/html') === true;

type Seen = { readonly status: number; readonly ids: ReadonlySet<string> };
type Link = { readonly at: URL; readonly from: string };

/** Asks for every page of this server that a link leads to, from the given ones on: what it saw, and all the links. */
const crawl = async (from: readonly string[]) => {
  const seen = new Map<string, Seen>();
  const open: Link[] = from.map((link) => ({ at: new URL(link, bindery.url), from: 'the start' }));
  const links: Link[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at } = next;
    if (at.origin !== new URL(bindery.url).origin) continue;
    links.push(next);
    const place = `${at.pathname}${at.search}`;
    if (seen.has(place)) continue;
    const response = await fetch(at);
    const text = isPage(response) ? await response.text() : '';
    if (!isPage(response)) await response.arrayBuffer();
    seen.set(place, {
      status: response.status,
      ids: new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)),
    });
    for (const [, link = ''] of text.matchAll(inHtml)) {
      const target = new URL(link.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), at);
      open.push({ at: target, from: at.pathname });
    }
  }
  return { seen, links };
};

const isBroken =
  (seen: ReadonlyMap<string, Seen>) =>
  ({ at }: Link): boolean => {
    const page = seen.get(`${at.pathname}${at.search}`);
    const isThere = page?.status === 200 && (at.hash === '' || page.ids.has(decodeURIComponent(at.hash.slice(1))));
    return !isThere;
  };

describe('the served docs', () => {
  it('lead nowhere that is not served, page or part, from the home and the discovery document on', async () => {
    const discovery = await (await fetch(`${bindery.url}/.well-known/oauth-authorization-server`)).json();
    const { service_documentation: documentation, jwks_uri: keys } = Object(discovery);
    expect(documentation).toBe(`${bindery.url}/docs/guides/onboarding`);
    const { seen, links } = await crawl(['/docs', documentation, keys]);
    expect(links.filter(isBroken(seen)).map(({ at, from }) => `${from} links to ${at.href}`)).toEqual([]);
    const pages = ['guides/sandbox', 'quickstart', 'guides/retries', 'changelog', 'reference/limits', 'zh', 'sitemap'];
    const beside = ['docs/openapi.baseline.json', 'docs/decisions/0007-credentials-live-with-their-tenant', 'llms.txt'];
    for (const name of pages) expect([...seen.keys()]).toContain(`/docs/${name}`);
    for (const name of beside) expect([...seen.keys()]).toContain(`/${name}`);
    expect(seen.size).toBeGreaterThan(1_300);
    // Whatever page there is, a reader finds it by links alone, and as Markdown too.
    const shown = [...seen].filter(([, { ids }]) => ids.has('content')).map(([path]) => path);
    expect(shown.length).toBeGreaterThan(650);
    for (const path of shown) expect([...seen.keys()]).toContain(`${path.replace(/\/$/, '')}.md`);
  });

  it('are the pages alone: nothing beside their folder is served', async () => {
    for (const path of ['/docs/../package.json', '/docs/%2e%2e/package.json', '/docs/..%2fREADME.md', '/package.json'])
      expect([path, (await fetch(`${bindery.url}${path}`)).status]).toEqual([path, 404]);
  });
});
