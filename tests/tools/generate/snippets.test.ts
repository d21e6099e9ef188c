import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { snippetFaults, snippetPages, withSnippets } from '../../../tools/generate/snippets.ts';

const files: Readonly<Record<string, string>> = {
  'examples/a.sh': '#!/bin/sh\nset -e\n# region quote\n  curl a\n\n  curl b\n# endregion\ncurl c\n',
  'examples/b.ts': [
    'before();',
    '// region outer',
    'first();',
    '// region inner',
    'second();',
    '// endregion',
    'third();',
    '// endregion',
    'after();',
  ].join('\n'),
  'examples/open.ts': '// region never\nwork();\n',
};
const filled = (page: string): string => withSnippets(page, (path) => files[path]);
const fence = (info: string, body: string): string => `# A\n\n\`\`\`${info}\n${body}\n\`\`\`\n\nMore.\n`;

describe('a fence that names a file', () => {
  it('shows the region, without its markers and its common indentation', () => {
    const page = fence('sh file=examples/a.sh#quote', 'old');
    expect(filled(page)).toBe(fence('sh file=examples/a.sh#quote', 'curl a\n\ncurl b'));
  });
  it('shows the whole file without markers and shebang where no region is named', () => {
    expect(filled(fence('sh file=examples/a.sh', 'old'))).toContain('set -e\n  curl a\n\n  curl b\ncurl c\n```');
  });
  it('shows a region that holds another one to its own end', () => {
    const page = fence('ts tab=ts file=examples/b.ts#outer', '');
    expect(filled(page)).toBe(fence('ts tab=ts file=examples/b.ts#outer', 'first();\nsecond();\nthird();'));
    expect(filled(fence('ts file=examples/b.ts#inner', ''))).toContain('\nsecond();\n```');
  });
  it('keeps the indentation of a list that it stands in', () => {
    const page = '1. First\n\n   ```ts file=examples/b.ts#inner\n   old\n   ```\n';
    expect(filled(page)).toBe('1. First\n\n   ```ts file=examples/b.ts#inner\n   second();\n   ```\n');
  });
  it('is filled a second time to the same', () => {
    const once = filled(fence('ts file=examples/b.ts', 'old'));
    expect(filled(once)).toBe(once);
  });
  it.each([
    ['examples/none.ts', 'examples/none.ts is not there'],
    ['examples/b.ts#gone', 'examples/b.ts has no region gone that ends'],
    ['examples/open.ts#never', 'examples/open.ts has no region never that ends'],
  ])('stays as it is where there is nothing to show, and says why: %s', (reference, wrong) => {
    const page = fence(`ts file=${reference}`, 'old');
    expect(filled(page)).toBe(page);
    expect(snippetFaults(page, (path) => files[path])).toEqual([wrong]);
  });
  it('leaves every other fence alone', () => {
    const page = fence('sh', 'curl mine');
    expect(filled(page)).toBe(page);
  });
});

describe('the pages of this repository', () => {
  it('show their files as they are', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const pages = snippetPages(root);
    expect(pages.length).toBeGreaterThan(5);
    for (const { path, text } of pages) expect([path, readFileSync(`${root}${path}`, 'utf8')]).toEqual([path, text]);
  });
});
