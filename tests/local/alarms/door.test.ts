import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aRehearsal, minuteMs, type Rehearsal } from './rehearsal.ts';

let here: Rehearsal;
beforeAll(async () => {
  here = await aRehearsal();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => here.stop());

const alarm = 'API turns everybody away';

/** So many requests without a token, and so many that anybody may make, some minutes from now. */
const knock = async (minutes: number, { refused, taken }: { readonly refused: number; readonly taken: number }) => {
  const wall = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => wall() + minutes * minuteMs);
  const paths = [...Array<string>(refused).fill('/v1/policies'), ...Array<string>(taken).fill('/v1/health')];
  for (const path of paths) await here.client.raw(path);
  const state = await here.stateAt(alarm, Date.now());
  vi.restoreAllMocks();
  return state;
};

describe('a door that is shut', () => {
  it('rings once nine of ten requests, and a hundred at least, are refused in two periods running', async () => {
    expect(await knock(0, { refused: 90, taken: 10 })).toBe('OK');
    expect(await knock(5, { refused: 90, taken: 10 })).toBe('ALARM');
    expect((await here.alarmAt('partners can sell', Date.now() + 5 * minuteMs)).state).toBe('ALARM');
  });
  it('is over when more come in, and says nothing while few come at all', async () => {
    expect(await knock(15, { refused: 89, taken: 11 })).toBe('OK');
    expect(await knock(25, { refused: 99, taken: 0 })).toBe('OK');
    expect(await knock(30, { refused: 99, taken: 0 })).toBe('OK');
  });
});
