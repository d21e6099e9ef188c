import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileArchive } from '../../functions/_adapters/archive-files.ts';
import { type Evidence, someEvidence } from './verify/evidence.ts';

const program = fileURLToPath(new URL('../../tools/verify.ts', import.meta.url));

const run = (...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr }),
    );
  });

let folder = '';
let evidence: Evidence;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  evidence = await someEvidence();
  const archive = fileArchive(join(folder, 'archive'));
  for (const [name, text] of evidence.files) await archive.write(name, text);
  await writeFile(join(folder, 'jwks.json'), JSON.stringify(evidence.jwks));
  await writeFile(join(folder, 'proof.json'), JSON.stringify(evidence.proof));
  await writeFile(join(folder, 'export.jsonl'), `${evidence.lines.join('\n')}\n`);
});
afterEach(() => rm(folder, { recursive: true }));

const keys = () => ['--jwks', join(folder, 'jwks.json')];
const book = () => ['--export', join(folder, 'export.jsonl'), '--archive', join(folder, 'archive'), ...keys()];

describe('npm run verify', () => {
  it('ends well for a book that nobody touched', async () => {
    const { code, text } = await run(...book(), '--proof', join(folder, 'proof.json'));
    expect(code, text).toBe(0);
    expect(text.split('\n').filter((line) => line.endsWith('looked at   ok'))).toHaveLength(11);
  });

  it('ends badly, with a sentence, for a book with one line less', async () => {
    const gone = evidence.lines.findIndex((line) => line.includes('"line":"record"') && line.includes('"seq":2'));
    await writeFile(join(folder, 'export.jsonl'), evidence.lines.toSpliced(gone, 1).join('\n'));
    const { code, text } = await run(...book());
    expect(code).toBe(1);
    expect(text).toContain('records are missing');
  });

  it('verifies a proof by itself, with the published keys', async () => {
    const { code, text } = await run('--proof', join(folder, 'proof.json'), ...keys());
    expect([code, text]).toEqual([0, 'proof                  3 looked at   ok\n']);
  });

  it('verifies checkpoints that somebody kept, by themselves and against a book', async () => {
    const paths = evidence.kept.map((_, at) => join(folder, `kept-${at}.json`));
    for (const [at, path] of paths.entries()) await writeFile(path, JSON.stringify(evidence.kept[at]));
    const asked = paths.flatMap((path) => ['--checkpoint', path]);
    expect(await run(...asked, ...keys())).toEqual({ code: 0, text: 'kept                   3 looked at   ok\n' });
    const { code, text } = await run(...asked, ...book());
    expect([code, text.match(/kept .* ok/g)?.length], text).toEqual([0, 2]);

    const cut = evidence.lines.filter((line) => !(line.includes('"line":"feed"') && line.includes('"position":1,')));
    await writeFile(join(folder, 'export.jsonl'), cut.join('\n'));
    const broken = await run(...asked, ...book());
    expect(broken.code).toBe(1);
    expect(broken.text).toContain('kept checkpoint 1 of shop-a: The first');
  });

  it('says which file it cannot read', async () => {
    const { code, text } = await run('--proof', join(folder, 'nowhere.json'), ...keys());
    expect([code, text]).toEqual([1, `${join(folder, 'nowhere.json')} cannot be read.\n`]);
  });

  it('says what it can do', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, text: expect.stringContaining('--checkpoint') });
  });
});
