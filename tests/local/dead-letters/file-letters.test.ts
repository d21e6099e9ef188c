import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { deadLetterFile } from '../../../local/bus/dead-letters.ts';
import { fileLetters } from '../../../local/dead-letters/file-letters.ts';
import { aLine } from './fixture.ts';

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'bindery-letters-')), 'dead-letters.jsonl');
});
afterEach(() => rm(join(path, '..'), { recursive: true }));

/** A program over the file, whose bus notes what it was given and takes it when it is told. */
const aProgram = async (now = '2026-11-23T09:00:00.000Z') => {
  const given: { readonly to: string; readonly event: CloudEvent; readonly onEnd: () => void }[] = [];
  const file = await deadLetterFile(path);
  const bus = {
    knows: (id: string) => id === 'adjudicateClaim',
    giveTo: (to: string, event: CloudEvent, onEnd: () => void) => given.push({ to, event, onEnd }) > 0,
  };
  return { file, given, ...fileLetters({ file, bus, now: () => now }) };
};
const idOfFirst = async ({ letters }: Awaited<ReturnType<typeof aProgram>>) => (await letters.list())[0]?.id ?? '';

describe('the dead letters of this machine', () => {
  it('are listed as they lie in their file, with an id, their queue and how many it holds', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    await program.file.keep(aLine('clm_2.1.1', { at: '2026-11-23T08:00:04.000Z' }));
    const list = await program.letters.list();
    expect(list).toMatchObject([
      { ...aLine('clm_1.1.1'), queue: 'bindery-local-adjudicate-claim-dead', kind: 'subscriber' },
      { ...aLine('clm_2.1.1'), at: '2026-11-23T08:00:04.000Z' },
    ]);
    expect(list[0]?.id).toMatch(/^adjudicate-claim\.[0-9a-f]{20}$/);
    expect(await program.letters.counts()).toEqual([{ queue: 'bindery-local-adjudicate-claim-dead', count: 2 }]);
    expect(await program.letters.read(list[1]?.id ?? '')).toEqual(list[1]);
  });

  it('are replayed to the subscriber that gave up, and to it alone, and stand in the history', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    const settled = { id, how: 'replayed', who: 'kim', when: '2026-11-23T09:00:00.000Z' };
    expect(await program.letters.replay(id, 'kim')).toMatchObject({ status: 'replayed', settled });
    expect(program.given.map(({ to, event }) => [to, event.id])).toEqual([['adjudicateClaim', 'clm_1.1.1']]);
    expect(await program.letters.list()).toEqual([]);
    expect(await program.letters.settled()).toMatchObject([{ ...settled, letter: aLine('clm_1.1.1') }]);
  });

  it('are replayed once, however often and by however many at once that is asked', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    const both = await Promise.all([program.letters.replay(id, 'kim'), program.letters.replay(id, 'lee')]);
    expect(both.map(({ status }) => status)).toEqual(['replayed', 'already-settled']);
    expect(await program.letters.replay(id, 'kim')).toMatchObject({
      status: 'already-settled',
      settled: { how: 'replayed', who: 'kim' },
    });
    expect(program.given).toHaveLength(1);
  });

  it('are dropped with a reason of ten characters, and not of nine', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    // Nine characters; spaces around them are no reason.
    expect(await program.letters.drop(id, { by: 'kim', reason: '  test data   ' })).toEqual({
      status: 'reason-too-short',
      shortest: 10,
    });
    expect(await program.letters.list()).toHaveLength(1);
    const settled = { id, how: 'dropped', who: 'kim', why: 'test data.' };
    expect(await program.letters.drop(id, { by: 'kim', reason: ' test data. ' })).toMatchObject({
      status: 'dropped',
      settled,
    });
    expect(await program.letters.list()).toEqual([]);
    expect(await program.letters.settled()).toMatchObject([settled]);
    expect(program.given).toEqual([]);
  });

  it('are not found by an id that there never was, and not replayed to a subscriber that is no more', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1', { subscriber: 'renamedSince' }));
    expect(await program.letters.replay('adjudicate-claim.0', 'kim')).toEqual({ status: 'not-found' });
    const why = 'long enough a reason';
    expect(await program.letters.drop('', { by: 'kim', reason: why })).toEqual({ status: 'not-found' });
    expect(await program.letters.read('adjudicate-claim.0')).toBeUndefined();
    const id = await idOfFirst(program);
    expect(await program.letters.replay(id, 'kim')).toMatchObject({ status: 'cannot-replay' });
    expect(await program.letters.list()).toHaveLength(1);
  });

  it('tell who decided otherwise meanwhile', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    await program.letters.drop(id, { by: 'kim', reason: 'a test of ours' });
    expect(await program.letters.replay(id, 'lee')).toMatchObject({
      status: 'already-settled',
      settled: { how: 'dropped', who: 'kim', why: 'a test of ours' },
    });
    expect(await program.letters.read(id)).toBeUndefined();
  });

  it('are a letter again when they fail again: another one, of the same event', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    await program.letters.replay(id, 'kim');
    await program.file.keep(aLine('clm_1.1.1', { at: '2026-11-23T09:00:02.000Z' }));
    program.given[0]?.onEnd();
    const again = await idOfFirst(program);
    expect(again).not.toBe(id);
    expect(await program.letters.replay(again, 'kim')).toMatchObject({ status: 'replayed' });
    expect((await program.letters.settled()).map((one) => one.id)).toEqual([again, id]);
  });

  it('outlive the program, with what was decided, and the file is only ever added to', async () => {
    const first = await aProgram();
    await first.file.keep(aLine('clm_1.1.1'));
    await first.file.keep(aLine('clm_2.1.1'));
    const before = await readFile(path, 'utf8');
    const id = await idOfFirst(first);
    await first.letters.drop(id, { by: 'kim', reason: 'a test of ours' });
    expect((await readFile(path, 'utf8')).startsWith(before)).toBe(true);
    const second = await aProgram();
    expect(await second.letters.list()).toMatchObject([aLine('clm_2.1.1')]);
    expect(await second.letters.settled()).toEqual(await first.letters.settled());
  });

  it('are given again at the next start when the program ended before they were taken, and then no more', async () => {
    const first = await aProgram();
    await first.file.keep(aLine('clm_1.1.1'));
    await first.letters.replay(await idOfFirst(first), 'kim');
    const second = await aProgram();
    expect(second.resume()).toBe(1);
    expect(second.given.map(({ event }) => event.id)).toEqual(['clm_1.1.1']);
    second.given[0]?.onEnd();
    await expect.poll(() => readFile(path, 'utf8')).toContain('"ended"');
    const third = await aProgram();
    expect(third.resume()).toBe(0);
  });

  it('are not lost behind a line that was cut off', async () => {
    const first = await aProgram();
    await first.file.keep(aLine('clm_1.1.1'));
    await appendFile(path, '{"subscriber":"cut o');
    const second = await aProgram();
    await second.file.keep(aLine('clm_2.1.1'));
    expect(await (await aProgram()).letters.list()).toHaveLength(2);
  });

  it('are still to be decided about when a decision cannot be written down', async () => {
    const program = await aProgram();
    await program.file.keep(aLine('clm_1.1.1'));
    const id = await idOfFirst(program);
    const full = { ...program.file, note: async () => Promise.reject(new Error('no space left')) };
    const bus = { knows: () => true, giveTo: () => true };
    const { letters } = fileLetters({ file: full, bus, now: () => '2026-11-23T09:00:00.000Z' });
    await expect(letters.replay(id, 'kim')).rejects.toThrow('no space left');
    expect(await letters.read(id)).toMatchObject({ id });
  });
});
