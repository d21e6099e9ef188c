import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withSnippets } from './snippets.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('shows in the README of the SDK what its examples run', () => {
  const readme = read('sdk/README.md');
  expect(readme.match(/ file=examples\//g)?.length).toBeGreaterThan(10);
  expect(withSnippets(readme)).toBe(readme);
});
