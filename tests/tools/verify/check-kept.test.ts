import { describe, expect, it } from 'vitest';
import type { SignedCheckpoint } from '../../../domain/audit/schema.ts';
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
const third = await ask('3', { since: '1' });
const { consistency } = third;
if (consistency === undefined) throw new Error('The answer has a proof.');
const found = async (...kept: readonly unknown[]) => (await checkKept(kept, open)).findings.map(({ what }) => what);
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

  it('finds a book whose tree is another, shorter, or of nobody', async () => {
    const sentences = async (...trees: readonly (readonly [string, ReturnType<typeof treeOver>])[]) =>
      (await checkKept([third], open, new Map(trees))).findings.map(({ what }) => what);
    expect((await sentences(['shop-a', treeOver(['c'.repeat(64)])])).join()).toMatch(/not those that.*cut off|cut off/);
    expect(await sentences()).toHaveLength(2);
    const leaves = (await world.platform.audit.feed('shop-a', 0, 10)).map(() => 'c'.repeat(64));
    expect((await sentences(['shop-a', treeOver(leaves)])).join()).toContain('history was cut off or changed');
  });

  it('says so when a file holds no checkpoint', async () => {
    expect(await found({ code: 'checkpoint-not-found' })).toEqual(['A file holds no checkpoint.']);
  });
});
