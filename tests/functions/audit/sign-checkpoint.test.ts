import { compactVerify, createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import { checkpointName, windowName } from '../../../functions/audit/evidence.ts';
import { type AuditedWorld, aClosedAlert, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';

const checkpointOf = async (world: AuditedWorld, number: number) => {
  const text = world.files.get(checkpointName('shop-a', number)) ?? '{}';
  const { payload, protectedHeader } = await compactVerify(
    JSON.parse(text).statement,
    createLocalJWKSet(world.key.jwks),
  );
  return { header: protectedHeader, says: JSON.parse(new TextDecoder().decode(payload)) };
};

describe('signCheckpoint', () => {
  it('signs what was audited and keeps its list under its own hash', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    await world.appendAll();
    await world.checkpoint();

    const { header, says } = await checkpointOf(world, 1);
    expect(header).toEqual({ alg: 'ES256', kid: 'signing-1', typ: 'checkpoint+jwt' });
    expect(says).toMatchObject({ tenant: 'shop-a', number: 1, previous: null, feedEnd: 3, at: world.time.now });
    const list = world.files.get(windowName('shop-a', says.window)) ?? '';
    expect(sha256Hex(list)).toBe(says.window);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(JSON.parse(list)).toEqual([1, 2, 3].map((seq) => ['alert', id, seq, hash]));
  });

  it('signs only what is new since the checkpoint before, and all of it', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    await aLongChain(world, 1005);
    await world.appendAll();
    await world.checkpoint();
    const { says } = await checkpointOf(world, 2);
    expect(JSON.parse(world.files.get(windowName('shop-a', says.window)) ?? '')).toHaveLength(1005);
  });

  it('chains a checkpoint to the one before', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world, 1);
    await world.appendAll();
    await world.checkpoint();
    await aRegistration(world, 2);
    await world.appendAll();
    await world.checkpoint();

    const first = await checkpointOf(world, 1);
    const second = await checkpointOf(world, 2);
    expect(second.says).toMatchObject({ number: 2, feedEnd: 2, previous: sha256Hex(canonicalJson(first.says)) });
  });

  it('signs nothing while nothing is new, and nothing for a tenant without history', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    const files = new Map(world.files);
    await world.checkpoint();
    expect(world.files).toEqual(files);
    expect([...files.keys()].some((name) => name.includes('shop-b'))).toBe(false);
  });

  it('takes over a checkpoint that an attempt before left in the archive', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world, 1);
    await world.appendAll();
    const platform = { ...world.platform, audit: { ...world.platform.audit, moveCheckpoint: async () => false } };
    await world.checkpoint(platform);
    const left = world.files.get(checkpointName('shop-a', 1));

    world.time.now = '2026-11-23T08:20:00.000Z';
    await aRegistration(world, 2);
    await world.appendAll();
    await world.checkpoint();
    expect(world.files.get(checkpointName('shop-a', 1))).toBe(left);
    expect(await world.platform.audit.checkpoint('shop-a')).toMatchObject({ number: 1, feedEnd: 1 });
    await world.checkpoint();
    expect((await checkpointOf(world, 2)).says).toMatchObject({ feedEnd: 2 });
  });

  it('refuses to follow a checkpoint in the archive that is not ours', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    const payload = Buffer.from(JSON.stringify({ v: 1, tenant: 'shop-b' })).toString('base64url');
    world.files.set(checkpointName('shop-a', 1), JSON.stringify({ statement: `x.${payload}.x` }));
    await expect(world.checkpoint()).rejects.toThrow('1 tenants have no new checkpoint');
    expect(await world.platform.audit.checkpoint('shop-a')).toBeUndefined();
  });
});
