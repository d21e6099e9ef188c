import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePrivately } from '../../../local/seed/private-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-private-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('the newest of many writes stands at last, whole, and nothing is left beside it', async () => {
  const path = join(folder, 'inside', 'book.json');
  const book = { count: 0, padding: 'x'.repeat(20_000) };
  const writes: Promise<void>[] = [];
  for (let count = 1; count <= 25; count += 1) {
    writes.push(writePrivately(path, { ...book, count }));
  }
  // Whoever reads meanwhile finds one of them as a whole.
  await writes[0];
  expect(JSON.parse(await readFile(path, 'utf8')).padding).toHaveLength(20_000);
  await Promise.all(writes);
  expect(JSON.parse(await readFile(path, 'utf8')).count).toBe(25);
  expect(await readdir(join(folder, 'inside'))).toEqual(['book.json']);
});

it('a write that failed does not keep the next one from being made', async () => {
  const path = join(folder, 'book.json');
  const circle: { self?: unknown } = {};
  circle.self = circle;
  await expect(writePrivately(path, circle)).rejects.toThrow();
  await writePrivately(path, { fine: true });
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ fine: true });
});
