import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../domain/audit/schema.ts';
import { checkProof } from '../../../tools/verify/check-proof.ts';
import { aClosedAlert, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';

describe('getProof', () => {
  it('gives all that anybody needs to verify the history offline', async () => {
    const world = await anAuditedWorld();
    const objectId = await aClosedAlert(world);
    const { body } = await world.call('getProof', { params: { objectId } });
    expect(body).toMatchObject({ objectId, aggregate: { kind: 'alert', id: objectId }, head: { seq: 3 } });
    expect(await checkProof(body, world.key.jwks)).toMatchObject({ looked: 3, findings: [] });
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
    expect(await checkProof(body, world.key.jwks)).toMatchObject({ looked: 120, findings: [] });
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
});
