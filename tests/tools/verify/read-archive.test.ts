import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileArchive } from '../../../functions/_adapters/archive-files.ts';
import { namesInArchive, readArchive } from '../../../tools/verify/read-archive.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readArchive', () => {
  it('reads what was archived, by the names under which it was written', async () => {
    const archive = fileArchive(folder);
    const names = Array.from({ length: 100 }, (_, at) => `records/shop-a/policy/pol_${at}/1.json`);
    for (const name of names) await archive.write(name, `{"name":"${name}"}`);
    const files = await readArchive(folder);
    expect([...files.keys()].toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(files.get(name)).toBe(`{"name":"${name}"}`);
  });

  it('passes over what a crash left half written', async () => {
    await writeFile(join(folder, '1.json.0a1b.part'), '{');
    expect(await namesInArchive(folder)).toEqual([]);
  });

  it('finds nothing where there is no archive', async () => {
    expect(await readArchive(join(folder, 'nowhere'))).toEqual(new Map());
  });
});
