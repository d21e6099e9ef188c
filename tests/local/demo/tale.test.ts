import { describe, expect, it } from 'vitest';
import { createTale, mustBe } from '../../../local/demo/tale.ts';

const aTale = (colours = false) => {
  const lines: string[] = [];
  return { lines, tale: createTale({ line: (text) => void lines.push(text), colours }) };
};
const columnOf = (line: string): number => {
  const before = line.slice(0, line.indexOf(' ms'));
  return [...before].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
};

describe('createTale', () => {
  it('puts the milliseconds under each other, whatever the script', async () => {
    const { lines, tale } = aTale();
    await tale.step('quote', async () => 1);
    await tale.step('quote: 羊毛针织开衫', async () => 1);
    expect(new Set(lines.map(columnOf)).size).toBe(1);
  });
  it('remembers what differed, shows it, and goes on with another thread', async () => {
    const { lines, tale } = aTale();
    await tale.thread(async () => {
      await tale.step('the price', async () => mustBe(1, 2, 'The premium'));
      await tale.step('never told', async () => undefined);
    });
    await tale.thread(async () => void (await tale.step('another thread', async () => undefined)));
    expect(tale.differences).toEqual([{ step: 'the price', what: 'The premium is 1 and not 2.' }]);
    expect(lines.join('\n')).toContain('NOT');
    expect(lines.join('\n')).not.toContain('never told');
    expect(lines.join('\n')).toContain('another thread');
    expect(tale.stepCount()).toBe(2);
  });
  it('counts a failure between two steps as well', async () => {
    const { tale } = aTale();
    await tale.thread(async () => {
      throw new Error('no such order');
    });
    expect(tale.differences).toHaveLength(1);
  });
  it('uses colours only where it is told to', async () => {
    const plain = aTale();
    const coloured = aTale(true);
    for (const { tale } of [plain, coloured]) await tale.step('one', async () => 1);
    expect(plain.lines.join()).not.toContain('\u001b[');
    expect(coloured.lines.join()).toContain('\u001b[');
  });
});
