import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileArchive } from '../../../functions/_adapters/archive-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('fileArchive', () => {
  const name = 'records/shop-a/policy/pol_1/1.json';

  it('writes once, finds the same bytes harmless, and refuses others', async () => {
    const archive = fileArchive(folder);
    expect(await archive.write(name, '{"a":1}')).toBe('written');
    expect(await archive.write(name, '{"a":1}')).toBe('same');
    expect(await archive.write(name, '{"a":2}')).toBe('different');
    expect(await archive.read(name)).toBe('{"a":1}');
  });

  it('lets one of many writers in, and tells the others what they met', async () => {
    const archive = fileArchive(folder);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => archive.write(name, `{"n":${at % 2}}`)));
    expect(answers.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'different')).toHaveLength(10);
  });

  it('leaves nothing behind but the evidence, and that read-only', async () => {
    const archive = fileArchive(folder);
    await Promise.all([archive.write(name, '{}'), archive.write(name, '{}')]);
    const path = join(folder, 'records/shop-a/policy/pol_1');
    expect(await readdir(path)).toEqual(['1.json']);
    expect((await stat(join(path, '1.json'))).mode & 0o222).toBe(0);
  });

  it('knows nothing of what was never written', async () => {
    expect(await fileArchive(folder).read(name)).toBeUndefined();
  });

  it.each(['../out.json', 'records/../../out.json', '/etc/x.json', 'a//b.json', 'a.txt', 'A.json', 'a\\b.json', ''])(
    'takes no name like "%s"',
    async (bad) => {
      const archive = fileArchive(folder);
      await expect(archive.write(bad, '{}')).rejects.toThrow('cannot be the name of evidence');
      await expect(archive.read(bad)).rejects.toThrow();
      expect(await readdir(folder)).toEqual([]);
    },
  );
});
