import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { deadLetterFile } from '../../../local/bus/dead-letters.ts';

it('dead letters outlive the program, and a line that was cut off is passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-letters-'));
  const path = join(folder, 'dead-letters.jsonl');
  const event = { id: 'pol_1.1.1' } as CloudEvent;
  const letter = {
    subscriber: 'sendDisbursement',
    attempts: 5,
    reason: 'no table',
    at: '2026-11-23T08:00:00.000Z',
    event,
  };
  const before = await deadLetterFile(path);
  await before.keep(letter);
  expect(before.letters).toEqual([letter]);
  await appendFile(path, '{"subscriber":"cut o');
  expect((await deadLetterFile(path)).letters).toEqual([letter]);
  await rm(folder, { recursive: true });
});
