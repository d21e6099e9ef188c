import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nativeProgram } from '../../local/engine/native.ts';
import { runLoad } from '../../local/load/run.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('npm run load', () => {
  // The engine inside the process forgets everything when it is killed, and has to.
  it.skipIf(nativeProgram() === undefined)(
    'loses nothing that was acknowledged when the platform is killed under load, and restores the same table',
    async () => {
      folder = await mkdtemp(join(tmpdir(), 'bindery-load-'));
      const wish = { seconds: 5, clients: 8, kills: 1, seed: 'journey' };
      const { results, traffic, startMs } = await runLoad(wish, folder);
      const found = results.flatMap(({ check, findings }) =>
        findings.map(({ where, what }) => `${check}: ${where}: ${what}`),
      );
      expect(found).toEqual([]);
      expect(startMs).toHaveLength(1);
      expect(traffic.kinds.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['bindPolicy', 'confirmIntent', 'createQuote', 'registerCustomer', 'reportClaim']),
      );
    },
  );
});
