import { describe, expect, it } from 'vitest';
import type { ClockMark, ClockStore } from '../../functions/_kit/business-clock.ts';
import { rememberedClocks } from '../../local/remembered-clocks.ts';

const tenant = 'sandbox-one';
const first: ClockMark = { at: '2027-01-01T00:00:00.000Z' };
const second: ClockMark = { at: '2027-02-01T00:00:00.000Z' };

/** A clock whose answers come when they are let; it counts how often it is read. */
const held = () => {
  const waiting: (() => void)[] = [];
  const state: { mark: ClockMark | undefined; reads: number; fails: boolean } = {
    mark: undefined,
    reads: 0,
    fails: false,
  };
  const turn = (): Promise<void> => new Promise((go) => void waiting.push(go));
  const store: ClockStore = {
    read: async () => {
      state.reads += 1;
      const { mark } = state;
      await turn();
      return mark;
    },
    move: async (_tenant, before, after) => {
      await turn();
      if (state.fails) throw new Error('Nobody can say.');
      if (state.mark !== before) return false;
      state.mark = after;
      return true;
    },
  };
  const letAll = async (): Promise<void> => {
    for (let rounds = 0; rounds < 5; rounds += 1) {
      for (const go of waiting.splice(0)) go();
      await Promise.resolve();
    }
  };
  const clocks = rememberedClocks(() => store)({ read: 0, write: 0 });
  const answered = async <T>(asked: Promise<T>): Promise<T> => {
    await letAll();
    return asked;
  };
  return { clocks, state, letAll, read: () => answered(clocks.read(tenant)), answered };
};

describe('clocks that are remembered', () => {
  it('are read once, also by a tenant who never moved his, and each tenant by itself', async () => {
    const { clocks, state, read, answered } = held();
    expect([await read(), await read()]).toEqual([undefined, undefined]);
    expect(state.reads).toBe(1);
    state.mark = first;
    expect(await answered(clocks.read('sandbox-two'))).toEqual(first);
    expect(state.reads).toBe(2);
  });

  it('are read again after each move, whether it was won or lost', async () => {
    const { clocks, read, answered } = held();
    await read();
    expect(await answered(clocks.move(tenant, undefined, first))).toBe(true);
    expect(await read()).toEqual(first);
    expect(await answered(clocks.move(tenant, undefined, second))).toBe(false);
    expect(await read()).toEqual(first);
    expect(await answered(clocks.move(tenant, first, second))).toBe(true);
    expect(await read()).toEqual(second);
  });

  it('are read again after a move of which nobody knows what became of it', async () => {
    const { clocks, state, read, answered } = held();
    await read();
    state.fails = true;
    await expect(answered(clocks.move(tenant, undefined, first))).rejects.toThrow('Nobody can say.');
    // The write got through, and its answer was lost.
    state.mark = first;
    expect(await read()).toEqual(first);
  });

  it('do not keep what was read before a move and came after it', async () => {
    const { clocks, state, letAll, read } = held();
    const early = clocks.read(tenant);
    const moving = clocks.move(tenant, undefined, first);
    await letAll();
    expect([await early, await moving]).toEqual([undefined, true]);
    expect(await read()).toEqual(first);
    expect(state.reads).toBe(2);
  });

  it('do not keep what was read while a move was under way', async () => {
    const { clocks, state, letAll, read } = held();
    const moving = clocks.move(tenant, undefined, first);
    const during = clocks.read(tenant);
    await letAll();
    expect([await moving, await during]).toEqual([true, undefined]);
    expect(await read()).toEqual(first);
    expect(state.reads).toBe(2);
  });
});
