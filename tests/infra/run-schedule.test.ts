import { describe, expect, it } from 'vitest';
import { schedule } from '../../functions/_kit/implement.ts';
import { scheduleLambda } from '../../functions/_kit/run-schedule.ts';
import { aWorld } from '../support/world.ts';
import { letters } from './fixture.ts';

const { emptyBox } = letters.schedules;

describe('scheduleLambda', () => {
  it('writes one line for a run, with its metrics', async () => {
    const { platform, log } = await aWorld([]);
    await scheduleLambda(
      schedule(emptyBox, async () => {}),
      platform,
    )();
    expect(log).toMatchObject([{ operation: 'emptyBox', outcome: 'ok', calls: 1 }]);
  });
  it('says that a run failed, and fails, so that its alarm rings', async () => {
    const { platform, log } = await aWorld([]);
    const stuck = schedule(emptyBox, () => Promise.reject(new Error('The lid is stuck.')));
    await expect(scheduleLambda(stuck, platform)()).rejects.toThrow('stuck');
    expect(log).toMatchObject([{ bug: 'The lid is stuck.' }, { operation: 'emptyBox', outcome: 'failed' }]);
  });
});
