import { describe, expect, it } from 'vitest';
import { startEngine } from '../../local/engine/choose.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { contractTable } from './engine/requests.ts';
import { engineContract } from './engine.contract.ts';

engineContract('the in-process engine', async () => ({
  client: createInProcessEngine(contractTable).client,
  metersCapacity: true,
  stop: async () => undefined,
}));

for (const program of enginePrograms) {
  if (await program.isAvailable())
    engineContract(`the ${program.title}`, async () => ({
      ...(await startEngine({ definition: contractTable, log: console.log, endpoint: '', programs: [program] })),
      metersCapacity: program.kind === 'native',
    }));
  else console.log(`The contract was not run on the ${program.title}: it is not available here.`);
}

describe('the engines under contract', () => {
  it('include the native one on the platform it is made for', async () => {
    const [native] = enginePrograms;
    const isItsPlatform = process.platform === 'linux' && process.arch === 'x64';
    expect(await native?.isAvailable()).toBe(isItsPlatform);
  });
});
