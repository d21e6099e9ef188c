import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineWish, startEngine } from '../../../local/engine/choose.ts';
import { nativeProgram, startNative } from '../../../local/engine/native.ts';
import { enginePrograms } from '../../../local/engine/programs.ts';
import { contractTable, get, put } from '../../contracts/engine/requests.ts';

const program = nativeProgram();
if (program === undefined) console.log('The native engine was not tested: npm has none for this platform.');
const programs = enginePrograms.filter(({ kind }) => kind === 'native');

describe.runIf(program !== undefined)('startNative', () => {
  it('answers on a port of its own until it is stopped', async () => {
    const server = await startNative(program ?? '', undefined);
    const address = `http://127.0.0.1:${server.port}/`;
    expect((await fetch(address)).ok).toBe(true);
    await server.stop();
    await expect(fetch(address)).rejects.toThrow();
  });
});

describe.runIf(program !== undefined)('the native engine over a data folder', () => {
  let dataFolder = '';
  const start = (more: Partial<EngineWish> = {}) =>
    startEngine({ definition: contractTable, log: () => undefined, endpoint: '', dataFolder, programs, ...more });
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'bindery-data-'));
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  it('keeps what was written when it is stopped and started again', async () => {
    const first = await start();
    expect(first).toMatchObject({ kind: 'native', persistent: true });
    await first.client.send(put({ pk: 'kept', sk: '1', n: 1 }));
    await first.stop();
    const second = await start();
    expect((await second.client.send(get('kept', '1'))).Item).toEqual({ pk: 'kept', sk: '1', n: 1 });
    await second.stop();
  });
  it('says how to go on when the data cannot be read, and leaves it alone', async () => {
    await mkdir(join(dataFolder, 'native'));
    await writeFile(join(dataFolder, 'native', 'dynamodb.sqlite'), 'not a database');
    await expect(start()).rejects.toThrow(
      /^The data folder .* cannot be read \(.*\): move it away or delete it, then start again\.$/s,
    );
    expect(await readdir(join(dataFolder, 'native'))).toEqual(['dynamodb.sqlite']);
  });
  it('says so when the table is that of another version', async () => {
    await (await start()).stop();
    const changed = { ...contractTable, indexes: [] };
    await expect(start({ definition: changed })).rejects.toThrow(/its table has the keys pk,sk; byKind:kind,made/);
  });
});
