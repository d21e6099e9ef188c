import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { deadLetterFile } from '../../../local/bus/dead-letters.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-letters-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pathHere = (): string => join(folder, 'dead-letters.jsonl');
const event = { id: 'pol_1.1.1' } as CloudEvent;
const letter = {
  subscriber: 'sendDisbursement',
  attempts: 5,
  reason: 'no table',
  at: '2026-11-23T08:00:00.000Z',
  event,
};

describe('dead letters', () => {
  it('outlive the program, and a line that was cut off is passed over', async () => {
    const before = await deadLetterFile(pathHere());
    await before.keep(letter);
    expect(before.letters).toEqual([letter]);
    await appendFile(pathHere(), '{"subscriber":"cut o');
    expect((await deadLetterFile(pathHere())).letters).toEqual([letter]);
  });

  it('are none before they stand in the file', async () => {
    const file = await deadLetterFile(pathHere());
    await mkdir(pathHere());
    await expect(file.keep(letter)).rejects.toThrow('EISDIR');
    expect(file.letters).toEqual([]);
    await rm(pathHere(), { recursive: true });
    await file.keep(letter);
    expect((await deadLetterFile(pathHere())).letters).toEqual([letter]);
  });

  it('are not taken for none where they cannot be read', async () => {
    await mkdir(pathHere());
    await expect(deadLetterFile(pathHere())).rejects.toThrow(/^The dead letters in .*jsonl cannot be read \(EISDIR/);
  });
});
