import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bindery as Platform, startBindery } from '../support/bindery.ts';

/** A whole platform with a folder of its own, for one file of tests. */
export const aPlatform = async (): Promise<Platform> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-sdk-'));
  const platform = await startBindery({
    ...{ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] },
  });
  const stop = async (): Promise<void> => {
    await platform.stop();
    await rm(folder, { recursive: true });
  };
  return { ...platform, stop };
};
