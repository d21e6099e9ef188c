import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { journalledFile } from '../../../local/seed/journalled-file.ts';

const Tables = z.strictObject({ coins: z.record(z.string(), z.int()) });
type Tables = z.infer<typeof Tables>;
const none = (): Tables => ({ coins: {} });

let folder = '';
const opened = () => journalledFile(join(folder, 'coins.json'), Tables, none);
const journal = () => join(folder, 'coins.steps.jsonl');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-journalled-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a journalled file', () => {
  it('remembers what was put, although nobody closed it', async () => {
    const first = await opened();
    first.put('coins', 'a', 1);
    first.put('coins', 'b', 2);
    first.remember();
    expect((await opened()).book).toEqual({ coins: { a: 1, b: 2 } });
  });
  it('remembers a step as a whole or not at all', async () => {
    const first = await opened();
    first.put('coins', 'a', 1);
    first.remember();
    first.put('coins', 'b', 2);
    first.put('coins', 'c', 3);
    await appendFile(journal(), '[["coins","b",2],["coi');
    expect((await opened()).book).toEqual({ coins: { a: 1 } });
  });
  it('empties its journal when it is opened and when it is closed', async () => {
    const first = await opened();
    first.put('coins', 'a', 1);
    first.remember();
    expect(await readFile(journal(), 'utf8')).toBe('[["coins","a",1]]\n');
    const second = await opened();
    expect(await readFile(journal(), 'utf8')).toBe('');
    second.put('coins', 'a', 4);
    second.remember();
    await second.close();
    expect(await readFile(journal(), 'utf8')).toBe('');
    expect((await opened()).book).toEqual({ coins: { a: 4 } });
  });
  it('refuses a journal that does not fit its file, in one sentence', async () => {
    await (await opened()).close();
    await appendFile(journal(), '[["coins","a","gold"]]\n');
    await expect(opened()).rejects.toThrow(/coins\.steps\.jsonl does not fit .*coins\.json: move both away/);
  });
});
