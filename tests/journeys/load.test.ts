import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nativeProgram } from '../../local/engine/native.ts';
import { runLoad } from '../../local/load/run.ts';
import { heedReply } from '../support/bindery.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('npm run load', () => {
  // The engine inside the process forgets everything when it is killed, and has to.
  it.skipIf(nativeProgram() === undefined)(
    'loses nothing that was acknowledged when the platform is killed under load, and restores the same table',
    async () => {
      folder = await mkdtemp(join(tmpdir(), 'bindery-load-'));
      const wish = { seconds: 5, clients: 8, kills: 1, burst: false, seed: 'journey' };
      const { results, traffic, startMs } = await runLoad(wish, folder, heedReply);
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

  it.skipIf(nativeProgram() === undefined)(
    'limits a tenant that asks ten times as often as it may, breaks nothing, and limits no shop for it',
    async () => {
      folder = await mkdtemp(join(tmpdir(), 'bindery-burst-'));
      const { results, burst } = await runLoad(
        { seconds: 6, clients: 4, kills: 0, burst: true, seed: 'burst' },
        folder,
        heedReply,
      );
      expect(results.flatMap(({ check, findings }) => findings.map(({ what }) => `${check}: ${what}`))).toEqual([]);
      expect(results.map(({ check }) => check)).toEqual(expect.arrayContaining(['burst', 'neighbour']));
      const [quotes, lists] = burst?.reports ?? [];
      expect([quotes?.id, [...(quotes?.statuses.keys() ?? [])].toSorted()]).toEqual(['createQuote', ['200', '429']]);
      // A list reads, so a slow machine may not reach its limit in the one burst that a short run has for it.
      expect(['200', '429']).toEqual(expect.arrayContaining([...(lists?.statuses.keys() ?? [])]));
      expect(burst?.burst.kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['createQuote']));
    },
  );
});
