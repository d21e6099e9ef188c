import { expect, it } from 'vitest';
import { waitingLine } from '../../../local/metrics/waiting.ts';

it('the oldest that waits says how late a subscriber is, and nothing does where none waits', () => {
  let now = 1_000;
  const line = waitingLine(() => now);
  const first = line.begin('carryLetter');
  now = 1_500;
  const second = line.begin('carryLetter');
  expect(line.oldestMs('carryLetter', 2_000)).toBe(1_000);
  first();
  expect(line.oldestMs('carryLetter', 2_000)).toBe(500);
  second();
  expect(line.oldestMs('carryLetter', 2_000)).toBe(0);
  expect(line.oldestMs('fileLetter', 2_000)).toBe(0);
});
