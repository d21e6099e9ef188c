import { describe, expect, it, vi } from 'vitest';
import type { Footprint } from '../../../functions/_kit/contract.ts';
import { raise } from '../../../functions/_kit/signals.ts';
import type { Commit, Store, StoredAnswer } from '../../../functions/_kit/store.ts';
import { runOwnWork } from '../../../functions/_kit/system.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';
import { aWorld } from '../../support/world.ts';

const contract = {
  id: 'settleThings',
  reads: [],
  writes: [],
  emits: [],
  uses: [],
  ifBroken: '',
} satisfies Footprint & {
  id: string;
};
const cause = { tenant: 'shop-a', id: 'evt_1', requestId: 'req_1' };
const answer = {} as StoredAnswer;

/** A platform whose chance is always its highest byte, so that every wait is as long as it can be. */
const aPlatform = async () => {
  const { platform } = await aWorld([]);
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  return { waits, platform: { ...platform, random: (bytes: number) => new Uint8Array(bytes).fill(255), wait } };
};
const runWith = async (work: () => Promise<void>, tenant = 'shop-a') => {
  const { platform, waits } = await aPlatform();
  const meter = { read: 0, write: 0 };
  const outcome = runOwnWork({ ...contract }, { ...cause, tenant }, { platform, meter }, work);
  return { outcome: await outcome.catch((thrown: unknown) => thrown), waits };
};

describe('runOwnWork', () => {
  it('gives the work its ports and the business time of the tenant', async () => {
    const { platform } = await aPlatform();
    const work = vi.fn(async () => undefined);
    expect(await runOwnWork(contract, cause, { platform, meter: { read: 0, write: 0 } }, work)).toBe('ok');
    expect(work).toHaveBeenCalledWith(
      expect.objectContaining({ load: expect.any(Function) }),
      '2026-11-23T08:00:00.000Z',
    );
  });

  it('derives the same ids for the same cause, and others for another', async () => {
    const { platform } = await aPlatform();
    const idFor = async (id: string): Promise<string> => {
      let made = '';
      await runOwnWork(contract, { ...cause, id }, { platform, meter: { read: 0, write: 0 } }, async (ports) => {
        made = (ports as unknown as { newId: (prefix: string) => string }).newId('dsb');
      });
      return made;
    };
    expect(await idFor('evt_1')).toBe(await idFor('evt_1'));
    expect(await idFor('evt_1')).not.toBe(await idFor('evt_2'));
  });

  it('says in the record that the system acted, and what made it act', async () => {
    const { platform } = await aPlatform();
    const commits: Commit[] = [];
    const root = { id: policyId, seq: 1, head: 'ab', recordedAt: undefined, createdAt: undefined, due: undefined };
    const store = {
      load: async () => ({
        answer: undefined,
        roots: [{ ...root, state: aPolicyState() }],
        claims: [],
        vaults: [],
        holders: [],
      }),
      commit: async (commit: Commit) => {
        commits.push(commit);
        return { status: 'committed' };
      },
    } as unknown as Store;
    const now = '2026-11-23T08:00:00.000Z';
    const data = { policyId, paymentId: 'pi_1', amount: 13962, currency: 'CNY', at: now };
    const writing = { ...contract, reads: ['policy'], writes: ['policy'] } as const;
    const given = { platform: { ...platform, store: () => store }, meter: { read: 0, write: 0 } };
    await runOwnWork(writing, cause, given, async (ports) => {
      await ports.load({ policy: policyId });
      await ports.commit(
        { policy: { events: [{ type: 'premium.received', data }], postings: [] } } as never,
        () => undefined,
      );
    });
    const record = { actor: { kind: 'system', id: 'settleThings' }, causedBy: 'evt_1', requestId: 'req_1' };
    expect(commits).toMatchObject([{ answer: { status: 204, body: '' }, changes: [{ record }] }]);
  });

  it('does nothing for a tenant that nobody knows', async () => {
    const { outcome } = await runWith(async () => undefined, 'nobody');
    expect(outcome).toMatchObject({ message: 'evt_1 names the unknown tenant nobody.' });
  });

  it('tries again after a lost race or an absent table, each time after up to twice the wait', async () => {
    let left = 4;
    const { outcome, waits } = await runWith(async () => {
      left -= 1;
      if (left >= 0) raise({ signal: left % 2 === 0 ? 'raced' : 'unavailable' });
    });
    expect([outcome, waits]).toEqual(['ok', [40, 80, 160, 320]]);
  });

  it('gives up after five, and comes again', async () => {
    const work = vi.fn(async () => raise({ signal: 'raced' }));
    const { outcome } = await runWith(work);
    expect(work).toHaveBeenCalledTimes(5);
    expect(outcome).toMatchObject({ message: 'settleThings lost five races for evt_1; it comes again.' });
  });

  it('is quiet where its effect stood already', async () => {
    const { outcome, waits } = await runWith(async () => raise({ signal: 'answered', answer }));
    expect([outcome, waits]).toEqual(['replayed', []]);
  });

  it('shows at once what is a bug: other work under its key, and everything that is no signal', async () => {
    const reused = vi.fn(async () => raise({ signal: 'key-reused' }));
    expect((await runWith(reused)).outcome).toMatchObject({ signal: 'key-reused' });
    const broken = vi.fn(async () => {
      throw new Error('broken');
    });
    expect((await runWith(broken)).outcome).toMatchObject({ message: 'broken' });
    expect([reused.mock.calls.length, broken.mock.calls.length]).toEqual([1, 1]);
  });
});
