import { afterEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../../local/engine/choose.ts';
import { javaMajorIn } from '../../../local/engine/dynamodb-local.ts';
import type { EngineProgram } from '../../../local/engine/programs.ts';
import { freePort } from '../../../local/engine/server-process.ts';
import { contractTable, get, put } from '../../contracts/engine/requests.ts';

const absentProgram: EngineProgram = {
  kind: 'native',
  title: 'absent engine',
  isAvailable: async () => false,
  start: () => Promise.reject(new Error('it was never to be started')),
};
const brokenProgram: EngineProgram = {
  kind: 'dynamodb-local',
  title: 'broken engine',
  isAvailable: async () => true,
  start: () => Promise.reject(new Error('a library is missing')),
};

const chosen = async (programs: readonly EngineProgram[], dataFolder?: string) => {
  const said: string[] = [];
  const log = (sentence: string) => said.push(sentence);
  const engine = await startEngine({ definition: contractTable, log, endpoint: '', programs, dataFolder });
  return { engine, said };
};

describe('startEngine', () => {
  it('passes over what is not there and says that the last resort forgets', async () => {
    const { engine, said } = await chosen([absentProgram, brokenProgram]);
    expect(engine).toMatchObject({ kind: 'in-process', persistent: false });
    expect(said).toEqual([
      'The absent engine is not available here.',
      'The broken engine did not start (a library is missing).',
      'Data is kept in this process only: it is lost when the program ends.',
    ]);
    await engine.client.send(put({ pk: 'p', sk: '1' }));
    expect((await engine.client.send(get('p', '1'))).Item).toEqual({ pk: 'p', sk: '1' });
  });
  it('never passes over data that cannot be read', async () => {
    await expect(chosen([brokenProgram, absentProgram], '.data')).rejects.toThrow(
      'The data folder .data cannot be read (a library is missing): move it away or delete it, then start again.',
    );
  });
  it('names the endpoint that the user gave when nothing answers there', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const wish = { definition: contractTable, log: () => undefined, endpoint };
    await expect(startEngine(wish)).rejects.toThrow(`The DynamoDB at ${endpoint} cannot be used`);
  });
});

describe('the endpoint in the environment', () => {
  const before = process.env['BINDERY_DYNAMODB_ENDPOINT'];
  afterEach(() => {
    if (before === undefined) delete process.env['BINDERY_DYNAMODB_ENDPOINT'];
    else process.env['BINDERY_DYNAMODB_ENDPOINT'] = before;
  });
  it('goes before every engine of ours', async () => {
    process.env['BINDERY_DYNAMODB_ENDPOINT'] = `http://127.0.0.1:${await freePort()}`;
    const wish = { definition: contractTable, log: () => undefined, programs: [] };
    await expect(startEngine(wish)).rejects.toThrow('unset BINDERY_DYNAMODB_ENDPOINT');
  });
});

describe('javaMajorIn', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['command not found', undefined],
  ])('reads %s', (words, major) => {
    expect(javaMajorIn(words)).toBe(major);
  });
});
