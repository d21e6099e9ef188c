import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/operations/well-architected.md', root), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!Asked|---)/.test(line));
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map(([, path = '']) => path);
const cellsOf = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim());
const proved = rows.filter((row) => cellsOf(row)[3]?.includes('`tests/'));

describe('what a cloud team asks', () => {
  it.each(proved.map((row) => [cellsOf(row)[1] ?? '', row] as const))(
    '%s: is somewhere, and a test proves it',
    (_asked, row) => {
      const [, , where = '', proof = ''] = cellsOf(row);
      expect(pathsIn(where).length).toBeGreaterThan(0);
      for (const path of [...pathsIn(where), ...pathsIn(proof)])
        expect([path, existsSync(new URL(path, root))]).toEqual([path, true]);
    },
  );
  it('is answered line by line: by a file and a test, or by a decision with its reason', () => {
    expect(proved.length).toBeGreaterThan(45);
    for (const row of rows.filter((one) => !proved.includes(one))) {
      const [, , instead = '', why = ''] = cellsOf(row);
      expect(instead.length, row).toBeGreaterThan(10);
      expect(why.length, row).toBeGreaterThan(20);
    }
  });
});
