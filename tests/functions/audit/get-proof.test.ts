import { describe, expect, it } from 'vitest';
import { objectOf } from '../../../domain/audit/object-of.ts';
import type { Proof } from '../../../domain/audit/schema.ts';
import { checkProof } from '../../../tools/verify/check-proof.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { aClosedAlert, aLongChain, anAuditedWorld, aRegistration, tamper } from '../../support/audited.ts';

describe('getProof', () => {
  it('gives all that anybody needs to verify the history offline', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    const { body } = await world.call('getProof', { params: { objectId } });
    expect(body).toMatchObject({ objectId, aggregate: { kind: 'alert', id: objectId }, head: { seq: 3 } });
    expect(await checkProof(body, opener(world.key.jwks))).toMatchObject({ looked: 3, findings: [] });
  });

  it('tells how far the audit has come, which may be behind the last record', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    const ask = async () => (await world.call('getProof', { params: { objectId } })).body as Proof;
    expect((await ask()).auditedHead).toEqual({ seq: 0, hash: null });
    await world.appendAll();
    const { head, auditedHead } = await ask();
    expect(auditedHead).toEqual(head);
  });

  it('proves a chain of more records than one page holds', async () => {
    const world = await anAuditedWorld();
    const objectId = await aLongChain(world, 120);
    const { body } = await world.call('getProof', { params: { objectId } });
    expect(await checkProof(body, opener(world.key.jwks))).toMatchObject({ looked: 120, findings: [] });
  });

  it('answers for the object of another tenant exactly as for one that does not exist', async () => {
    const world = await anAuditedWorld();
    const objectId = await aRegistration(world);
    const missing = `cus_${'0'.repeat(26)}`;
    const ask = async (id: string) => {
      const headers = { 'x-request-id': 'request-1' };
      const { status, text } = await world.call('getProof', { tenant: 'shop-b', params: { objectId: id }, headers });
      return { status, text: text.replaceAll(id, 'ID') };
    };
    expect(await ask(objectId)).toEqual(await ask(missing));
    expect((await ask(missing)).status).toBe(404);
  });

  it('proves that the newest checkpoint covers the last audited record, when one does', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    await aRegistration(world);
    const ask = async () => (await world.call('getProof', { params: { objectId } })).body as Proof;
    await world.appendAll();
    expect((await ask()).inclusion).toBeUndefined();
    await world.checkpoint();
    const proof = await ask();
    // The third of four records: its sister, and the pair before.
    expect(proof.inclusion).toMatchObject({ leafIndex: 2, treeSize: 4 });
    expect(proof.inclusion?.path).toHaveLength(2);
    expect(await checkProof(proof, opener(world.key.jwks))).toMatchObject({ findings: [] });

    await aRegistration(world, 2);
    await world.appendAll();
    await world.checkpoint();
    // Four, what was told of the checkpoint over them, and one more customer.
    expect((await ask()).inclusion).toMatchObject({ leafIndex: 2, treeSize: 6 });
  });

  it('has no proof under a checkpoint while records of the chain were audited after it', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    await world.append(world.waiting.splice(0, 2));
    await world.checkpoint();
    const ask = async () => (await world.call('getProof', { params: { objectId } })).body as Proof;
    expect((await ask()).inclusion).toMatchObject({ leafIndex: 1, treeSize: 2 });
    await world.appendAll();
    expect(await ask()).toMatchObject({ auditedHead: { seq: 3 } });
    expect((await ask()).inclusion).toBeUndefined();
  });

  it('hands out no proof that does not hold', async () => {
    const world = await anAuditedWorld();
    const [objectId] = [await aRegistration(world, 1), await aRegistration(world, 2)];
    await world.appendAll();
    await world.checkpoint();
    const { root } = objectOf(objectId);
    await tamper(world, root.id, (item) => ({ ...item, p: 2 }));
    expect((await world.call('getProof', { params: { objectId } })).status).toBe(500);
    expect(world.log.some(({ bug }) => String(bug).includes('Checkpoint 1 of shop-a does not cover'))).toBe(true);
  });

  it('finds nothing to prove under a checkpoint for a head whose position nobody wrote down', async () => {
    const world = await anAuditedWorld();
    const objectId = await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    await tamper(world, objectId, ({ p: _position, ...item }) => item);
    const { status, body } = await world.call('getProof', { params: { objectId } });
    expect([status, (body as Proof).inclusion]).toEqual([200, undefined]);
  });
});
