import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../domain/audit/schema.ts';
import { checkProof } from '../../../tools/verify/check-proof.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { aClosedAlert, anAuditedWorld, aRegistration, aSigningKey } from '../../support/audited.ts';

const world = await anAuditedWorld();
const objectId = await aClosedAlert(world);
const otherId = await aRegistration(world);
await world.appendAll();
await world.checkpoint();
const proofOf = async (id: string) => (await world.call('getProof', { params: { objectId: id } })).body as Proof;
const proof = await proofOf(objectId);
const other = await proofOf(otherId);
const { jwks } = world.key;
const found = async (given: unknown, keys = jwks) =>
  (await checkProof(given, opener(keys))).findings.map(({ what }) => what);

const uncovered = 'The checkpoint does not cover the audited head.';

describe('checkProof', () => {
  it('holds for what the platform answers, with nothing but the published keys', async () => {
    expect(await checkProof(JSON.parse(JSON.stringify(proof)), opener(jwks))).toEqual({
      check: 'proof',
      looked: 3,
      findings: [],
    });
  });

  it('finds a changed record', async () => {
    const [first, ...rest] = proof.records;
    const records = [{ ...first, record: { ...first?.record, requestId: 'req_2' } }, ...rest];
    expect(await found({ ...proof, records })).toContain('The record was changed: its bytes do not give its hash.');
  });

  it('finds a record that was left out, at the beginning, in the middle and at the end', async () => {
    for (const at of [0, 1, 2])
      expect(await found({ ...proof, records: proof.records.toSpliced(at, 1) })).not.toEqual([]);
  });

  it('finds a head that was never signed', async () => {
    const shorter = { ...proof, records: proof.records.slice(0, 2) };
    const hash = proof.records[1]?.hash;
    const head = { seq: 2, hash };
    expect(await found({ ...shorter, head, auditedHead: head })).toEqual([
      'The signed statement speaks of another head.',
      uncovered,
    ]);
  });

  it('finds a statement of another object, of another signer, and none', async () => {
    expect(await found({ ...proof, statement: other.statement })).toContain(
      'The signed statement speaks of another head.',
    );
    expect(await found(proof, (await aSigningKey()).jwks)).toEqual([
      'No key of the set signed this statement.',
      'No key of the set signed the checkpoint that covers it.',
    ]);
    expect(await found({ ...proof, statement: 'x.y.z' })).toEqual(['No key of the set signed this statement.']);
  });

  it('finds a chain that tells of another object', async () => {
    expect(await found({ ...other, objectId })).toContain('The chain tells of another object.');
  });

  it('finds an audited head that is no record', async () => {
    const auditedHead = { seq: 2, hash: 'a'.repeat(64) };
    expect(await found({ ...proof, auditedHead })).toEqual(['The audited head is no record of the chain.', uncovered]);
  });

  it('says so when the file holds no proof', async () => {
    expect(await found({ code: 'object-not-found' })).toEqual(['The file holds no proof of a history.']);
  });

  it('finds a covering checkpoint of which anything was changed', async () => {
    const { inclusion } = proof;
    if (inclusion === undefined) throw new Error('The proof has a checkpoint.');
    for (const change of [
      { leafIndex: inclusion.leafIndex + 1 },
      { treeSize: inclusion.treeSize + 1 },
      { path: inclusion.path.slice(1) },
      { path: inclusion.path.toReversed() },
    ])
      expect(await found({ ...proof, inclusion: { ...inclusion, ...change } })).toEqual([uncovered]);
    expect(await found({ ...proof, inclusion: other.inclusion })).toEqual([uncovered]);
    expect(await found({ ...proof, inclusion: { ...inclusion, statement: proof.statement } })).toEqual([
      'No key of the set signed the checkpoint that covers it.',
    ]);
  });

  it('holds for a proof that was made before there was a checkpoint', async () => {
    const { inclusion: _later, ...before } = proof;
    expect(await found(before)).toEqual([]);
  });
});
