import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bindery, startBindery } from '../../../local/start.ts';

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

const fence = /^(```|~~~)[\s\S]*?^\1/gm;
const inMarkdown = /\]\(\s*<?([^)\s>]+)>?\s*\)/g;
const inHtml = /(?:href|src)="([^"]+)"/g;

/** Where a page leads: the links of what is served as HTML or Markdown, code apart. */
const linksOf = (url: URL, text: string): readonly string[] => {
  const source = url.pathname.endsWith('.md') ? text.replace(fence, '').replace(/`[^`\n]*`/g, '') : text;
  const pattern = url.pathname.endsWith('.md') ? inMarkdown : inHtml;
  const isPage = url.pathname === '/docs' || url.pathname.endsWith('.md');
  return isPage ? [...source.matchAll(pattern)].map(([, link = '']) => link) : [];
};

/** Follows every link to this server from the given pages on; says which pages it saw and which links were broken. */
const crawl = async (from: readonly string[]) => {
  const broken: string[] = [];
  const seen = new Set<string>();
  const open = from.map((link) => ({ link, page: 'the start', at: new URL(link, bindery.url) }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, page, link } = next;
    if (at.origin !== new URL(bindery.url).origin || seen.has(at.pathname)) continue;
    seen.add(at.pathname);
    const response = await fetch(at);
    const text = await response.text();
    if (response.status !== 200) broken.push(`${page} links to ${link}: ${response.status}`);
    for (const one of linksOf(at, text)) open.push({ link: one, page: at.pathname, at: new URL(one, at) });
  }
  return { broken, seen };
};

describe('the served docs', () => {
  it('lead nowhere that is not served, from the reference and the discovery document on', async () => {
    const discovery = await (await fetch(`${bindery.url}/.well-known/oauth-authorization-server`)).json();
    const { service_documentation: documentation, jwks_uri: keys } = Object(discovery);
    expect(documentation).toBe(`${bindery.url}/docs/guides/onboarding.md`);
    const { broken, seen } = await crawl(['/docs', documentation, keys]);
    expect(broken).toEqual([]);
    const pages = [
      'guides/sandbox.md',
      'quickstart.md',
      'guides/retries.md',
      'guides/versioning.md',
      'reference/limits.md',
    ];
    const beside = ['openapi.baseline.json', 'decisions/0007-credentials-live-with-their-tenant.md'];
    for (const name of [...pages, ...beside]) expect([...seen]).toContain(`/docs/${name}`);
    expect([...seen]).toContain('/CHANGELOG.md');
  });

  it('are the pages alone: nothing beside their folder is served', async () => {
    for (const path of ['/docs/../package.json', '/docs/%2e%2e/package.json', '/docs/..%2fREADME.md', '/package.json'])
      expect([path, (await fetch(`${bindery.url}${path}`)).status]).toEqual([path, 404]);
  });
});
