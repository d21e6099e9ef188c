import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogLine } from '../../functions/_kit/platform.ts';
import { logFile } from '../../local/log-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const started = () => {
  const said: string[] = [];
  const seen: LogLine[] = [];
  const time = { now: 0 };
  const say = (sentence: string) => void said.push(sentence);
  const log = logFile({ dataFolder: folder, also: (line) => void seen.push(line), say, now: () => time.now });
  return { ...log, said, seen, time };
};
const linesOf = async (name: string): Promise<readonly unknown[]> =>
  (await readFile(join(folder, name), 'utf8')).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
const aLine = (operation: string): LogLine => ({ level: 'info', operation, outcome: 'ok' });

describe('the log of this machine', () => {
  it('begins anew with each start, and keeps that of the start before', async () => {
    for (const operation of ['first', 'second', 'third']) {
      const { log, close } = started();
      log(aLine(operation));
      await close();
    }
    expect(await linesOf('log.jsonl')).toEqual([aLine('third')]);
    expect(await linesOf('log.before.jsonl')).toEqual([aLine('second')]);
  });

  it('writes lines while it runs, soon after each other as one, and loses none at its end', async () => {
    const { log, close } = started();
    for (const operation of ['first', 'second']) log(aLine(operation));
    await vi.waitFor(async () => expect(await linesOf('log.jsonl')).toEqual([aLine('first'), aLine('second')]));
    log(aLine('third'));
    await close();
    expect(await linesOf('log.jsonl')).toEqual([aLine('first'), aLine('second'), aLine('third')]);
  });

  it('says a bug on the terminal, and leaves out ticks with nothing to do', async () => {
    const { log, close, said, seen } = started();
    log({ level: 'info', operation: 'drainDue', eventId: '', outcome: 'ok' });
    log({ level: 'error', operation: 'bindPolicy', bug: 'The worst.' });
    log({ level: 'error', eventId: 'pol_1.1.1', bug: 'No mail.' });
    log({ level: 'error', bug: 'Nobody knows whose.' });
    await close();
    expect(said).toEqual(['bindPolicy: The worst.', 'pol_1.1.1: No mail.', 'Nobody knows whose.']);
    expect(seen).toHaveLength(3);
    expect(await linesOf('log.jsonl')).toHaveLength(3);
  });

  it('says once that it cannot be written, and goes on ten seconds later, counting what was lost', async () => {
    const blocked = join(folder, 'log.jsonl');
    await mkdir(join(folder, 'log.before.jsonl', 'kept'), { recursive: true });
    await mkdir(blocked);
    const { log, close, said, time } = started();
    await vi.waitFor(() => expect(said).toHaveLength(1));
    expect(said[0]).toMatch(/^The log .*log\.jsonl cannot be written \(EISDIR.*\): lines are lost until it can be\.$/);
    await rm(blocked, { recursive: true });
    log(aLine('first'));
    time.now = 9_999;
    log(aLine('second'));
    time.now = 10_000;
    log(aLine('third'));
    await close();
    expect(await linesOf('log.jsonl')).toEqual([
      { level: 'error', bug: '2 lines of the log were lost.' },
      aLine('third'),
    ]);
    expect(said).toHaveLength(1);
  });

  it('ends though it cannot be written', async () => {
    await mkdir(join(folder, 'log.before.jsonl', 'kept'), { recursive: true });
    await mkdir(join(folder, 'log.jsonl'));
    const { close, said } = started();
    await vi.waitFor(() => expect(said).toHaveLength(1));
    await close();
  });
});
