import { describe, expect, it } from 'vitest';
import { startEngine } from '../../local/engine/choose.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { contractTable } from './engine/requests.ts';
import { engineContract } from './engine.contract.ts';

const inProcess = async () => ({
  client: createInProcessEngine(contractTable).client,
  stop: async () => undefined,
});
engineContract('the in-process engine', inProcess, true);

for (const program of enginePrograms) {
  const start = () =>
    startEngine({ definition: contractTable, log: console.log, endpoint: '', programs: [program] }).then((engine) => {
      expect(engine.kind).toBe(program.kind);
      return engine;
    });
  if (await program.isAvailable()) engineContract(`the ${program.title}`, start, program.kind === 'native');
  else console.log(`The contract was not run on the ${program.title}: it is not available here.`);
}

describe('the engines under contract', () => {
  it('include the native one on the platform it is made for', async () => {
    const [native] = enginePrograms;
    const isItsPlatform = process.platform === 'linux' && process.arch === 'x64';
    expect(await native?.isAvailable()).toBe(isItsPlatform);
  });
});
