import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileInbox } from '../../../functions/_adapters/inbox-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-inbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const name = 'entries/shop-a/inb_1.json';

describe('fileInbox', () => {
  it('writes a free name, and over the version that was read', async () => {
    const inbox = fileInbox(folder);
    expect(await inbox.read(name)).toBeUndefined();
    const first = await inbox.write(name, '{"a":1}');
    expect(await inbox.read(name)).toEqual({ text: '{"a":1}', version: first });
    const second = await inbox.write(name, '{"a":2}', first);
    expect(await inbox.read(name)).toEqual({ text: '{"a":2}', version: second });
  });

  it('writes over nothing that was not read, and over nothing that is gone', async () => {
    const inbox = fileInbox(folder);
    const first = await inbox.write(name, '{"a":1}');
    await inbox.write(name, '{"a":2}', first);
    expect(await inbox.write(name, '{"a":3}')).toBeUndefined();
    expect(await inbox.write(name, '{"a":3}', first)).toBeUndefined();
    expect(await inbox.write('entries/shop-a/inb_2.json', '{}', first)).toBeUndefined();
    expect((await inbox.read(name))?.text).toBe('{"a":2}');
  });

  it('lets one of many win that write at once', async () => {
    const inbox = fileInbox(folder);
    const first = await inbox.write(name, '{}');
    const written = await Promise.all(Array.from({ length: 20 }, (_, at) => inbox.write(name, `{"a":${at}}`, first)));
    expect(written.filter((version) => version !== undefined)).toHaveLength(1);
  });

  it('names what is in a folder, in order, behind a name', async () => {
    const inbox = fileInbox(folder);
    for (const n of [3, 1, 2, 4]) await inbox.write(`arrivals/shop-a/${n}-inb.json`, '{}');
    await inbox.write('arrivals/shop-b/0-inb.json', '{}');
    const [one, two, three] = [1, 2, 3].map((n) => `arrivals/shop-a/${n}-inb.json`);
    expect(await inbox.names('arrivals/shop-a/', '', 3)).toEqual([one, two, three]);
    expect(await inbox.names('arrivals/shop-a/', one ?? '', 2)).toEqual([two, three]);
    expect(await inbox.names('arrivals/shop-c/', '', 2)).toEqual([]);
  });

  it('keeps what was written for a later start, for this user alone, and leaves nothing half written', async () => {
    await fileInbox(folder).write(name, '{"a":1}');
    expect((await fileInbox(folder).read(name))?.text).toBe('{"a":1}');
    expect(await readdir(join(folder, 'entries/shop-a'))).toEqual(['inb_1.json']);
    if (process.platform !== 'win32') expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it.each(['../x.json', '/x.json', 'a/../b.json', 'A.json', 'x', ''])('has no name "%s"', async (bad) => {
    await expect(fileInbox(folder).write(bad, '{}')).rejects.toThrow('cannot be a name in the inbox');
  });
});
