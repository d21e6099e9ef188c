import { afterEach, describe, expect, it } from 'vitest';
import { type Docs, someDocs } from './fixture.ts';

let docs: Docs | undefined;
const given = (files: Readonly<Record<string, string>>): Docs => {
  docs = someDocs({ 'docs/README.md': '# Home\n\nWelcome.\n', ...files });
  return docs;
};
afterEach(() => docs?.remove());

describe('the site of a repository', () => {
  it('shows each page at its path, a README at its folder, and both as Markdown', () => {
    const { site, textAt } = given({ 'docs/a/b.md': '# Page B\n', 'docs/a/README.md': '# Folder\n' });
    expect(textAt('/docs')).toContain('Home</h1>');
    expect(textAt('/docs/')).toBe(textAt('/docs'));
    expect(textAt('/docs/a/b')).toContain('Page B</h1>');
    expect(textAt('/docs/a')).toContain('Folder</h1>');
    expect(textAt('/docs/a/b.md')).toBe('# Page B\n');
    expect(textAt('/docs/a.md')).toBe('# Folder\n');
    expect(textAt('/docs/a/README.md')).toBe('# Folder\n');
    expect([site.at('/docs/a/c'), site.at('/docs/a/b.txt'), site.at('/elsewhere')]).toEqual(Array(3).fill(undefined));
  });
  it('leads the links of a file to pages, and in Markdown to Markdown', () => {
    const { textAt } = given({
      'docs/a/b.md': '# B\n\n[up](../README.md) [part](c.md#d) [own](#b) [log](../../CHANGELOG.md) `[no](c.md)`\n',
      'docs/a/c.md': '# C\n\n## D\n',
      'CHANGELOG.md': '# Log\n',
    });
    const page = textAt('/docs/a/b');
    for (const link of ['"/docs"', '"/docs/a/c#d"', '"#b"', '"/docs/changelog"'])
      expect(page).toContain(`<a href=${link}`);
    expect(textAt('/docs/a/b.md')).toBe(
      '# B\n\n[up](/docs.md) [part](/docs/a/c.md#d) [own](#b) [log](/docs/changelog.md) `[no](c.md)`\n',
    );
  });
  it('lists the pages of a folder that has none of its own', () => {
    const { textAt } = given({ 'docs/a/b.md': '# Page B\n', 'docs/a/c/d.md': '# Deep\n' });
    expect(textAt('/docs/a')).toContain('<a href="/docs/a/b">Page B</a>');
    expect(textAt('/docs/a')).toContain('<a href="/docs/a/c">C</a>');
    expect(textAt('/docs/a/c')).toContain('<a href="/docs/a/c/d">Deep</a>');
  });
  it('sees at once what changed on the disk: a page, a new page, one that is gone', async () => {
    const { textAt, write, site, root } = given({ 'docs/a.md': '# Old\n' });
    expect(textAt('/docs/a')).toContain('Old</h1>');
    write('docs/a.md', '# New\n');
    expect(textAt('/docs/a')).toContain('New</h1>');
    write('docs/b.md', '# Another\n');
    expect(textAt('/docs/b')).toContain('Another</h1>');
    expect(textAt('/docs')).toContain('>Another</a>');
    const { rmSync, utimesSync } = await import('node:fs');
    rmSync(`${root}/docs/b.md`);
    utimesSync(`${root}/docs`, 1_800_000_000, 1_800_000_000);
    expect(site.at('/docs/b')).toBeUndefined();
  });
  it('offers the other language where that page is there, and says which language a page has', () => {
    const { textAt } = given({
      'docs/zh/README.md': '# 首页\n',
      'docs/zh/a.md': '# 甲\n',
      'docs/a.md': '# A\n',
      'docs/b.md': '# B\n',
    });
    expect(textAt('/docs/a')).toContain('<a class="language" href="/docs/zh/a" hreflang="zh-CN" lang="zh-CN">中文</a>');
    expect(textAt('/docs/zh/a')).toMatch(
      /<html lang="zh-CN">[\s\S]*<a class="language" href="\/docs\/a" hreflang="en"/,
    );
    expect(textAt('/docs/zh/a')).toContain('<link rel="alternate" hreflang="zh-CN" href="/docs/zh/a">');
    expect(textAt('/docs/b')).not.toContain('class="language"');
    // In the Chinese menu stands the Chinese page, and the English one where there is no other.
    const [menu = ''] = /<nav class="side"[\s\S]*?<\/nav>/.exec(textAt('/docs/zh')) ?? [];
    expect(menu).toContain('href="/docs/zh/a"');
    expect(menu).toContain('href="/docs/b"');
    expect(menu).not.toContain('href="/docs/a"');
    expect(menu).toContain('>B（英文）</a>');
    expect(menu).toContain('>甲</a>');
  });
  it('shows the pages that no section names, so that nothing is out of reach', () => {
    const { textAt } = given({ 'docs/strange/page.md': '# Strange\n' });
    expect(textAt('/docs')).toContain('<a href="/docs/strange/page">Strange</a>');
    expect(textAt('/docs/sitemap')).toContain('href="/docs/strange/page"');
  });
  it('serves examples that pages link to, and no other file', () => {
    const { site, textAt } = given({
      'docs/a.md': '# A\n\n[example](../examples/a.sh) [code](../tools/b.ts)\n',
      'examples/a.sh': 'curl a\n',
      'tools/b.ts': 'secret();\n',
      'docs/data.json': '{}\n',
    });
    expect(textAt('/docs/a')).toContain('<a href="/docs/files/examples/a.sh">');
    expect(textAt('/docs/a')).toContain('<span class="unserved">code</span>');
    expect(site.at('/docs/files/examples/a.sh')?.type).toContain('text/plain');
    expect(site.at('/docs/data.json')?.type).toBe('application/json');
    for (const path of ['/docs/files/tools/b.ts', '/docs/files/examples/../tools/b.ts', '/docs/../package.json'])
      expect(site.at(path)).toBeUndefined();
  });
  it('shows an example without the lines that mark its parts', () => {
    const { textAt } = given({
      'examples/a.sh': 'curl a\n# region b\ncurl b\n# endregion\n',
      'examples/b.ts': 'a();\n  // region c\nregion();\n  // endregion\n',
    });
    expect(textAt('/docs/files/examples/a.sh')).toBe('curl a\ncurl b\n');
    expect(textAt('/docs/files/examples/b.ts')).toBe('a();\nregion();\n');
  });
  it('has a page with the search for an address where nothing is, in the language of the address', () => {
    const { site } = given({ 'docs/zh/guides/a.md': '# 甲\n' });
    const page = String(site.missing('/docs/<b>').body);
    expect(page).toContain('There is no such page</h1>');
    expect(page).toContain('<code>/docs/&lt;b&gt;</code>');
    expect(page).toContain('id="search"');
    expect(String(site.missing('/docs/zh/b').body)).toContain('没有这个页面</h1>');
    expect(String(site.at('/docs/zh/guides')?.body)).toContain('指南</h1>');
  });
  it('writes nothing of a title or a name as HTML', () => {
    const { textAt } = given({ 'docs/a.md': '# A <b>"bold"</b>\n\n<i>x</i> says\n' });
    const page = textAt('/docs/a');
    expect(page).toContain('<title>A &lt;b&gt;&quot;bold&quot;&lt;/b&gt; · Bindery</title>');
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<i>');
  });
  it('tells programs where the Markdown of each page is', () => {
    const { textAt } = given({ 'docs/quickstart.md': '# Quick\n\nBegin.\n' });
    expect(textAt('/llms.txt')).toContain('- [Quick](/docs/quickstart.md)');
    expect(textAt('/llms-full.txt')).toContain('# Quick\n\nBegin.\n');
  });
});
