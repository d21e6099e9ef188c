import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = join(root, 'docs', 'reference', 'operations');
/** Inside the repository, so that the client is found there as an example finds it. */
const folder = join(root, '.build', 'reference-snippets');

const snippetIn = (page: string): string | undefined =>
  /^```ts tab=TypeScript\n([\s\S]*?)^```/m.exec(readFileSync(join(pages, page), 'utf8'))?.[1];

/** What the compiler says of these lines, each as a program of its own would have them. */
const saidOf = (snippets: readonly string[]): string => {
  mkdirSync(folder, { recursive: true });
  const functions = snippets.map((snippet) => `export const _ = async (bindery: Bindery) => {\n${snippet}};`);
  const files = functions.map((text, at) => {
    const file = join(folder, `snippet-${at}.ts`);
    writeFileSync(file, `import type { Bindery } from '@bindery/sdk';\n${text}\n`);
    return file;
  });
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--erasableSyntaxOnly'];
  const forms = ['--module', 'nodenext', '--target', 'es2024', '--types', 'node', '--ignoreConfig'];
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [tsc, ...options, ...forms, ...files], { cwd: root, encoding: 'utf8' });
    return '';
  } catch (thrown) {
    return String(Object(thrown).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it('shows calls of the client that compile, on the page of every operation', () => {
  const snippets = readdirSync(pages).flatMap((page) => snippetIn(page) ?? []);
  // Every operation but the payment provider's own webhook.
  expect(snippets.length).toBeGreaterThan(75);
  expect(saidOf(snippets)).toBe('');
});

it('would see one that does not', () => {
  expect(saidOf(["await bindery.getPolicy({ polcyId: 'pol_1' });\n"])).toContain('polcyId');
});
