import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endLeftover, noteEngine } from '../../../local/engine/leftover.ts';

const aPlace = (): string => mkdtempSync(join(tmpdir(), 'bindery-leftover-'));
const sleeper = (...args: readonly string[]) => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)', ...args]);

describe('endLeftover', () => {
  it('ends the engine that a killed program left behind', async () => {
    const place = aPlace();
    const engine = sleeper(join(place, 'dynamodb.sqlite'));
    const ended = once(engine, 'exit');
    noteEngine(place, engine.pid ?? 0);
    endLeftover(place);
    expect((await ended)[1]).toBe('SIGKILL');
    rmSync(place, { recursive: true });
  });

  it('leaves a process alone that has nothing to do with the place, and needs no note', async () => {
    const place = aPlace();
    const stranger = sleeper('somewhere-else');
    endLeftover(place);
    noteEngine(place, stranger.pid ?? 0);
    endLeftover(place);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill('SIGKILL');
    rmSync(place, { recursive: true });
  });
});
