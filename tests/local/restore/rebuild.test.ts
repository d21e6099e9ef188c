import { beforeAll, describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import type { Item } from '../../../functions/_storage/codec.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import { compareTables } from '../../../local/restore/compare-tables.ts';
import { inMemory } from '../../../local/restore/in-memory.ts';
import { readTable } from '../../../local/restore/read-table.ts';
import { rebuild } from '../../../local/restore/rebuild.ts';
import { writeItems } from '../../../local/restore/write-items.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { verifyBook } from '../../../tools/verify/verify-book.ts';
import { aVariedBook } from './varied-book.ts';

let varied: Awaited<ReturnType<typeof aVariedBook>>;
beforeAll(async () => {
  varied = await aVariedBook();
});

const now = () => varied.world.time.now;
const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
/**
 * What the archive does not tell: answers, wrapped keys, under which document or telephone somebody is known, and a
 * tenant without records.
 */
const isUntold = (item: Item): boolean =>
  ['KEY', 'VAULT', 'MARK', 'shop-b'].includes(String(item['sk'])) ||
  (item['sk'] === 'ONE' && String(item['a']).startsWith('cus_'));
const isWakeUp = ({ pk }: Item): boolean => String(pk).startsWith('DUE#');
const wakeUpsOf = (items: readonly Item[]): readonly string[] => items.filter(isWakeUp).map(({ sk }) => String(sk));

/** Of several wake-ups of one policy the first is enough: it sets the next. */
const firstOfEach = (wakeUps: readonly string[]): readonly string[] =>
  [...Map.groupBy(wakeUps, (sk) => sk.split('#')[2]).values()].map((own) => own.toSorted()[0] ?? '').toSorted();

const rebuiltItems = async () => {
  const engine = createInProcessEngine(tableDefinition);
  await writeItems(engine.client as TableClient, rebuild(varied.files, now).items);
  return new Map(engine.items().map((item) => [nameOf(item), item]));
};

describe('a table that is rebuilt from its archive', () => {
  it('holds every item that the archive tells of, as it was, and no other', async () => {
    const was = varied.world.engine.items().filter((item) => !isUntold(item) && !isWakeUp(item));
    const is = await rebuiltItems();
    for (const item of was) expect(is.get(nameOf(item)), nameOf(item)).toEqual(item);
    const names = [...is.values()].filter((item) => !isWakeUp(item)).map(nameOf);
    expect(names.toSorted()).toEqual(was.map(nameOf).toSorted());
  });
  it('wakes every policy up when it was to wake up', async () => {
    // One that is overdue finds nothing to do here.
    const was = wakeUpsOf(varied.world.engine.items()).filter((sk) => sk.slice(0, 24) > now());
    const is = wakeUpsOf([...(await rebuiltItems()).values()]);
    expect(is.length).toBeGreaterThan(3);
    expect(is.toSorted()).toEqual(firstOfEach(was));
  });
  it('has the same states, balances, claims, records, heads, feed, lists and queues', async () => {
    const was = await readTable(varied.world.engine.client as TableClient);
    const is = await inMemory(rebuild(varied.files, now));
    // The other tenant has a place in the table and no records.
    const mine = { ...was, lines: was.lines.filter((line) => !line.includes('"tenant":"shop-b"')) };
    const results = compareTables(mine, is);
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    for (const { check, looked } of results) expect(looked, check).toBeGreaterThan(0);
  });
  it('holds the same feed beyond the last checkpoint, in the order of its times', async () => {
    const files = new Map([...varied.files].filter(([name]) => !name.endsWith('checkpoints/shop-a/2.json')));
    const was = await readTable(varied.world.engine.client as TableClient);
    const is = await inMemory(rebuild(files, now));
    const differing = compareTables(was, is).filter(({ findings }) => findings.length > 0);
    expect(differing.map(({ check }) => check)).toEqual(['restored feed', 'restored ends']);
    const ofFeed = (lines: readonly string[]) => lines.filter((line) => line.startsWith('{"line":"feed"'));
    const withoutPosition = (lines: readonly string[]) =>
      ofFeed(lines)
        .map((line) => line.replace(/"position":\d+,/, ''))
        .toSorted();
    expect(withoutPosition(is.lines)).toEqual(withoutPosition(was.lines));
    const times = ofFeed(is.lines).map((line) => String(JSON.parse(line).recordedAt));
    expect(times).toEqual(times.toSorted());
  });
  it('proves itself against the archive and its checkpoints', async () => {
    const { lines } = await inMemory(rebuild(varied.files, now));
    const archive = { files: varied.files, before: new Set(varied.files.keys()) };
    const results = await verifyBook({ lines, archive, open: opener(varied.key.jwks) });
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  });
  it('wakes up what was overdue at once', () => {
    const later = '2026-12-24T08:00:00.000Z';
    const due = rebuild(varied.files, () => later).items.filter(({ pk }) => String(pk).startsWith('DUE#'));
    expect(due.length).toBeGreaterThan(0);
    for (const { sk } of due) expect(String(sk) >= later, String(sk)).toBe(true);
    expect(due.some(({ sk }) => String(sk).startsWith(later))).toBe(true);
  });
});

describe('an archive that was changed', () => {
  const changed = (change: (files: Map<string, string>, name: string) => void): readonly string[] => {
    const files = new Map(varied.files);
    const name = [...files.keys()].find((one) => one.includes('/policy/') && one.endsWith('/2.json')) ?? '';
    change(files, name);
    const { items, findings } = rebuild(files, now);
    expect(findings.length > 0).toBe(items.length === 0);
    return findings.map(({ what }) => what);
  };
  it('is refused where a record was edited', () => {
    const edited = changed((files, name) => files.set(name, (files.get(name) ?? '').replace(/req_/, 'rex_')));
    expect(edited).toEqual(['The record was changed: its bytes do not give its hash.']);
  });
  it('is refused where a record was taken away', () => {
    const removed = changed((files, name) => files.delete(name.replace('/2.json', '/1.json')));
    expect(removed).toContain('The record before it has no number 1: records are missing.');
  });
  it('is refused where a record lies under another name', () => {
    const moved = changed((files, name) => files.set(name.replace('/2.json', '/99.json'), files.get(name) ?? ''));
    expect(moved).toEqual(['The file is not the record that its name says.']);
  });
  it('is found by its checkpoints where the end of a chain was cut off', async () => {
    const files = new Map(varied.files);
    const [name = ''] = [...files.keys()].filter((one) => one.includes('/customer/'));
    files.delete(name);
    const { lines } = await inMemory(rebuild(files, now));
    const results = await verifyBook({ lines, archive: { files, before: new Set() }, open: opener(varied.key.jwks) });
    const found = results.find(({ check }) => check === 'checkpoints')?.findings ?? [];
    expect(found.length).toBeGreaterThan(0);
  });
});
