import { describe, expect, it } from 'vitest';
import type { SignedCheckpoint } from '../../../domain/audit/schema.ts';
import { checkpointHash } from '../../../functions/audit/read-checkpoint.ts';
import { leafOf } from '../../../functions/audit/read-tree.ts';
import { checkKept } from '../../../tools/verify/check-kept.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { treeOver } from '../../../tools/verify/tree.ts';
import { anAuditedWorld, aRegistration, aSigningKey } from '../../support/audited.ts';

const world = await anAuditedWorld();
for (const n of [1, 2, 3]) {
  await aRegistration(world, n);
  await world.appendAll();
  await world.checkpoint();
}
const open = opener(world.key.jwks);
const ask = async (number: string, query = {}) =>
  (await world.call('getCheckpoint', { params: { number }, query })).body as SignedCheckpoint;
const first = await ask('1');
const second = await ask('2');
const third = await ask('3', { since: '1' });
const { consistency } = third;
if (consistency === undefined) throw new Error('The answer has a proof.');
const found = async (...kept: readonly unknown[]) => (await checkKept(kept, open)).findings.map(({ what }) => what);
const leaves = (await world.platform.audit({ read: 0, write: 0 }).feed('shop-a', 0, 10)).map(leafOf);
const rewritten = 'It does not begin with checkpoint 1: history was rewritten.';
const unsigned = 'No key of the set signed this checkpoint.';

describe('checkKept', () => {
  it('holds for what the platform answers, with nothing but the published keys', async () => {
    expect(await checkKept([first, third], open)).toEqual({ check: 'kept', looked: 3, findings: [] });
  });

  it('finds a checkpoint that says something else than was signed', async () => {
    expect(await found({ ...first, checkpoint: { ...first.checkpoint, feedEnd: 2 } })).toEqual([unsigned]);
    expect(await found({ ...first, statement: third.statement })).toEqual([unsigned]);
  });

  it('holds for the event that told of a checkpoint, as it stands in the list of events', async () => {
    const { checkpoint, statement } = first;
    const data = { checkpointId: `chk_${'0'.repeat(26)}`, checkpoint, statement };
    const event = { specversion: '1.0', type: 'checkpoint.signed', data };
    expect(await checkKept([event, third], open)).toEqual({ check: 'kept', looked: 3, findings: [] });
    const other = { ...event, data: { ...data, checkpoint: { ...checkpoint, feedEnd: 2 } } };
    expect(await found(other)).toEqual([unsigned]);
    expect(await found({ ...event, data: {} })).toEqual(['A file holds no checkpoint.']);
  });

  it('finds one of another signer', async () => {
    const { jwks } = await aSigningKey();
    expect((await checkKept([first], opener(jwks))).findings.map(({ what }) => what)).toEqual([unsigned]);
  });

  it('finds a proof that was changed, shortened, or left out', async () => {
    const { path } = consistency;
    for (const other of [path.toReversed(), path.slice(1), []])
      expect(await found({ ...third, consistency: { ...consistency, path: other } })).toEqual([rewritten]);
  });

  it('finds a proof that leads from a checkpoint that was never signed', async () => {
    const since = { ...consistency.since, root: 'a'.repeat(64) };
    expect(await found({ ...third, consistency: { ...consistency, since } })).toEqual([rewritten, unsigned]);
  });

  it('finds two histories under one number', async () => {
    const says = { ...first.checkpoint, root: 'b'.repeat(64) };
    const statement = await world.platform.services.signer.sign(says, 'checkpoint+jwt');
    const sentence = 'It was signed twice, with different histories.';
    expect(await found(first, { checkpoint: says, statement })).toEqual([sentence]);
    expect(await found(third, { checkpoint: says, statement })).toEqual([sentence]);
  });

  describe('against a book', () => {
    const numbered = [first, second, third].map(({ checkpoint }) => ({
      number: checkpoint.number,
      signed: { checkpoint, hash: checkpointHash(checkpoint) },
    }));
    const against = async (leaves: readonly string[], checkpoints = numbered) => {
      const trees = new Map([['shop-a', treeOver(leaves)]]);
      const held = { trees, checkpoints: new Map([['shop-a', { found: checkpoints, seen: checkpoints.length }]]) };
      return (await checkKept([third], open, held)).findings.map(({ what }) => what);
    };

    it('holds while the book begins with what was signed', async () => {
      expect(await against(leaves)).toEqual([]);
      expect(await against([...leaves, 'c'.repeat(64)])).toEqual([]);
    });

    it('finds a book that was cut off, and one that was rewritten', async () => {
      expect(await against(leaves.slice(0, 2))).toEqual(['It was cut off: it was signed up to 5.']);
      const [one, ...others] = await against(leaves.with(0, 'c'.repeat(64)));
      expect([one, others.length]).toEqual([expect.stringContaining('history was cut off or changed'), 1]);
    });

    it('finds a book that has forgotten a checkpoint, or signed another in its place', async () => {
      const lacking = 'The archive lacks it, or holds another.';
      expect(await against(leaves, numbered.slice(0, 2))).toEqual([lacking]);
      expect(await against(leaves, numbered.with(0, { ...numbered[1], number: 1 } as (typeof numbered)[0]))).toEqual([
        lacking,
      ]);
    });
  });

  it('says so when a file holds no checkpoint', async () => {
    expect(await found({ code: 'checkpoint-not-found' })).toEqual(['A file holds no checkpoint.']);
  });
});
