import { describe, expect, it } from 'vitest';
import type { AnswerSeal } from '../../../functions/_kit/answer-seal.ts';
import { type Command, openSession } from '../../../functions/_kit/session.ts';
import type {
  Commit,
  CommitResult,
  LoadRequest,
  LoadResult,
  Store,
  StoredRoot,
} from '../../../functions/_kit/store.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const now = '2026-11-23T09:00:00.000Z';
const command: Command = {
  tenant: 'shop-a',
  operation: 'receivePaymentWebhook',
  actor: { kind: 'provider', id: 'provider', roles: [], scopes: [] },
  requestId: 'req_1',
  callId: 'call-1',
  key: { answerKey: 'answer-key', fingerprint: 'asked' },
  now,
  wall: now,
};
const absent: StoredRoot = {
  id: 'cus_1',
  seq: 0,
  head: null,
  recordedAt: undefined,
  createdAt: undefined,
  state: undefined,
  due: undefined,
};
const policy: StoredRoot = { ...absent, id: policyId, seq: 1, head: 'ab', state: aPolicyState() };
const nothing: LoadResult = { answer: undefined, roots: [policy], claims: [], vaults: [], holders: [] };
const stored = { status: 201, body: '{}', contentType: 'application/json', fingerprint: 'asked', callId: 'call-0' };
const data = { policyId, paymentId: 'pi_1', amount: 13962, currency: 'CNY', at: now };
const paid = { events: [{ type: 'premium.received', data }] as const, postings: [] };
const reply = () => ({ status: 200, body: '{}', contentType: 'application/json' });

/** A session over a store that answers as told, and what the store was asked. */
const aSession = (
  result: Partial<LoadResult> = {},
  committed: CommitResult = { status: 'committed' },
  of = command,
) => {
  const loads: LoadRequest[] = [];
  const commits: Commit[] = [];
  const store = {
    load: async (request: LoadRequest) => {
      loads.push(request);
      return { ...nothing, ...result };
    },
    commit: async (wanted: Commit) => {
      commits.push(wanted);
      return committed;
    },
  } as unknown as Store;
  return { ...openSession(store, of), loads, commits };
};
const paying = async (session: ReturnType<typeof aSession>) => {
  await session.load({ policy: policyId });
  return session.commit({ policy: paid }, reply);
};

describe('what a command loads', () => {
  it('is asked for in one read, with its key', async () => {
    const session = aSession();
    await session.load({ policy: policyId, claim: 'clm_1', vault: 'cus_1' }, ['hash']);
    const wanted = { roots: [{ kind: 'policy', id: policyId }], claims: ['clm_1'], vaults: ['cus_1'], holds: ['hash'] };
    expect(session.loads).toEqual([{ tenant: 'shop-a', answerKey: 'answer-key', ...wanted }]);
    const reading = aSession({}, undefined, { ...command, key: undefined });
    await reading.load({ policy: policyId });
    const bare = { roots: wanted.roots, claims: [], vaults: [], holds: [] };
    expect(reading.loads).toEqual([{ tenant: 'shop-a', ...bare }]);
  });

  it('comes by its kind, with who holds each unique key', async () => {
    const result = { claims: [{ seq: 1, state: 'the claim' }], vaults: ['wrapped'], holders: [undefined, 'pol_2'] };
    const loaded = await aSession(result).load({ policy: policyId, claim: 'clm_1', vault: 'cus_1' }, ['a', 'b']);
    const holders = [undefined, 'pol_2'];
    expect(loaded).toEqual({ policy: aPolicyState(), claim: 'the claim', vault: 'wrapped', holders });
    expect(await aSession().load({ policy: policyId })).toEqual({ policy: aPolicyState(), holders: [] });
    const missing = await aSession({ roots: [absent] }).load({ policy: policyId, claim: 'clm_1', vault: 'cus_1' });
    expect(missing).toEqual({ policy: undefined, claim: undefined, vault: undefined, holders: [] });
  });

  it('ends the command where its key has the answer to the same request, and refuses it where to another', async () => {
    await expect(aSession({ answer: stored }).load({ policy: policyId })).rejects.toMatchObject({
      signal: 'answered',
      answer: stored,
    });
    const other = { ...stored, fingerprint: 'other' };
    await expect(aSession({ answer: other }).load({ policy: policyId })).rejects.toMatchObject({
      signal: 'key-reused',
    });
  });

  it('does not end work of our own, which may have more to do: its commit will tell', async () => {
    const session = aSession({ answer: stored }, undefined, { ...command, causedBy: 'evt_1' });
    expect(await session.load({ policy: policyId })).toMatchObject({ policy: { policyId } });
  });
});

describe('what a command commits', () => {
  it('is its changes and its answer, under its key, in one transaction', async () => {
    const session = aSession();
    const answer = { ...reply(), fingerprint: 'asked', callId: 'call-1' };
    expect(await paying(session)).toEqual(answer);
    expect(session.commits).toMatchObject([
      { tenant: 'shop-a', answerKey: 'answer-key', answer, vaults: [], unchanged: [], holds: [], releases: [] },
    ]);
    expect(session.commits[0]?.changes).toMatchObject([{ kind: 'policy', record: { seq: 2, prev: 'ab' } }]);
  });

  it('keeps an answer that shows a secret closed, and gives it open, now as for a retry', async () => {
    const seal: AnswerSeal = {
      close: (answer) => ({ ...answer, body: `closed ${answer.body}` }),
      open: (answer) => ({ ...answer, body: answer.body.replace('closed ', '') }),
    };
    const secret = { ...command, key: { answerKey: 'answer-key', fingerprint: 'asked', seal } };
    const session = aSession({}, undefined, secret);
    expect((await paying(session)).body).toBe('{}');
    expect(session.commits[0]?.answer.body).toBe('closed {}');
    const retry = aSession({ answer: { ...stored, body: 'closed {}' } }, undefined, secret);
    await expect(retry.load({ policy: policyId })).rejects.toMatchObject({
      signal: 'answered',
      answer: { body: '{}' },
    });
  });

  it('answers from the state as it is afterwards', async () => {
    const session = aSession();
    await session.load({ policy: policyId });
    const answer = await session.commit({ policy: paid }, (after) => ({ ...reply(), body: after.policy.premium }));
    expect(answer.body).toBe('paid');
  });

  it('takes and frees unique keys for its own aggregate, and sees that another is as it was read', async () => {
    const session = aSession({ roots: [policy, absent] });
    await session.load({ policy: policyId, customer: 'cus_1' });
    const holding = { ...paid, holds: ['order'], releases: ['device'] };
    await session.commit({ policy: holding }, reply, { unchanged: 'customer', wrappedKey: 'without its person' });
    expect(session.commits).toMatchObject([
      {
        holds: [{ hash: 'order', holder: policyId }],
        releases: [{ hash: 'device', holder: policyId }],
        unchanged: [{ kind: 'customer', id: 'cus_1', seq: 0 }],
        // A wrapped key is kept only with the person whom this very command registers.
        vaults: [],
      },
    ]);
  });

  it('is loaded first, is under a key, and is of what was loaded', async () => {
    await expect(aSession().commit({ policy: paid }, reply)).rejects.toThrow('A command loads before it commits.');
    const reading = aSession({}, undefined, { ...command, key: undefined });
    await reading.load({ policy: policyId });
    await expect(reading.commit({ policy: paid }, reply)).rejects.toThrow('A command loads before it commits.');
    const other = aSession({ roots: [absent] });
    await other.load({ customer: 'cus_1' });
    await expect(other.commit({ policy: paid }, reply)).rejects.toThrow('cannot write a policy that it has not loaded');
  });

  it('is written once: what was loaded is stale afterwards', async () => {
    const session = aSession();
    await paying(session);
    await expect(session.commit({ policy: paid }, reply)).rejects.toThrow('A command loads before it commits.');
  });

  it('gives way to the answer that stands, and to another command or an absent table', async () => {
    const lost = (result: CommitResult) => paying(aSession({}, result));
    await expect(lost({ status: 'answered', answer: stored })).rejects.toMatchObject({ signal: 'answered' });
    const other = { ...stored, fingerprint: 'other' };
    await expect(lost({ status: 'answered', answer: other })).rejects.toMatchObject({ signal: 'key-reused' });
    await expect(lost({ status: 'raced' })).rejects.toMatchObject({ signal: 'raced' });
    await expect(lost({ status: 'unavailable' })).rejects.toMatchObject({ signal: 'unavailable' });
  });
});
