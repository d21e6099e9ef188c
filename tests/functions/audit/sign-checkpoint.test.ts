import fc from 'fast-check';
import { compactVerify, createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { hashOfFull } from '../../../domain/audit/merkle/subtrees.ts';
import { tilesOf } from '../../../domain/audit/merkle/tiles.ts';
import { sha256Hex, sha256OfHex } from '../../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import { checkpointName, tileName } from '../../../functions/audit/evidence.ts';
import { leafOf } from '../../../functions/audit/read-tree.ts';
import { treeOver } from '../../../tools/verify/tree.ts';
import { type AuditedWorld, aClosedAlert, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';
import { feedOf } from './feed-of.ts';

const checkpointOf = async (world: AuditedWorld, number: number) => {
  const text = world.files.get(checkpointName('shop-a', number)) ?? '{}';
  const { payload, protectedHeader } = await compactVerify(
    JSON.parse(text).statement,
    createLocalJWKSet(world.key.jwks),
  );
  return { header: protectedHeader, says: JSON.parse(new TextDecoder().decode(payload)) };
};

describe('signCheckpoint', () => {
  it('signs the root of the tree over all that was audited', async () => {
    const world = await anAuditedWorld();
    await aClosedAlert(world);
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();

    const { header, says } = await checkpointOf(world, 1);
    expect(header).toEqual({ alg: 'ES256', kid: 'signing-1', typ: 'checkpoint+jwt' });
    expect(says).toMatchObject({ tenant: 'shop-a', number: 1, previous: null, feedEnd: 4, at: world.time.now });
    // Four records are a full tree: two pairs, and the pair of both.
    expect(says.root).toBe(hashOfFull(sha256OfHex, (await feedOf(world)).map(leafOf)));
  });

  it('lets the tree grow over all checkpoints, and overwrites no tile', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await world.checkpoint();
    await aLongChain(world, 1005);
    await world.appendAll();
    const kept = new Map(world.files);
    await world.checkpoint();
    const { says } = await checkpointOf(world, 2);
    const tree = treeOver((await world.platform.audit({ read: 0, write: 0 }).feed('shop-a', 0, 2000)).map(leafOf));
    // A customer, what was told of the first checkpoint, and 1,005 alerts.
    expect([says.feedEnd, says.root]).toEqual([1007, tree.rootAt(1007)]);
    for (const [name, text] of kept) expect(world.files.get(name), name).toBe(text);
    for (const place of tilesOf(1007))
      expect(JSON.parse(world.files.get(tileName('shop-a', place)) ?? '[]')).toEqual(tree.hashesOf(place));
  });

  it('reads no more of the feed than is new', async () => {
    const world = await anAuditedWorld();
    for (const n of [1, 2, 3]) await aRegistration(world, n);
    await world.appendAll();
    await world.checkpoint();
    await aRegistration(world, 4);
    await world.appendAll();
    const asked: (readonly [number, number])[] = [];
    const audit = world.platform.audit({ read: 0, write: 0 });
    const feed: typeof audit.feed = (tenant, after, limit) => {
      asked.push([after, limit]);
      return audit.feed(tenant, after, limit);
    };
    await world.checkpoint({ ...world.platform, audit: () => ({ ...audit, feed }) });
    // Once to see whether there is more than what was told of the checkpoint, and once to let the tree grow.
    expect(asked).toEqual([
      [3, 2],
      [3, 2],
    ]);
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
    expect(second.says).toMatchObject({ number: 2, feedEnd: 3, previous: sha256Hex(canonicalJson(first.says)) });
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
    const audit = { ...world.platform.audit({ read: 0, write: 0 }), moveCheckpoint: async () => false };
    const platform = { ...world.platform, audit: () => audit };
    await world.checkpoint(platform);
    const left = world.files.get(checkpointName('shop-a', 1));

    world.time.now = '2026-11-23T08:20:00.000Z';
    await aRegistration(world, 2);
    await world.appendAll();
    await world.checkpoint();
    expect(world.files.get(checkpointName('shop-a', 1))).toBe(left);
    expect(await world.platform.audit({ read: 0, write: 0 }).checkpoint('shop-a')).toMatchObject({
      number: 1,
      feedEnd: 1,
    });
    await world.checkpoint();
    // The first customer, what was told of the checkpoint that was left, and the second customer.
    expect((await checkpointOf(world, 2)).says).toMatchObject({ feedEnd: 3 });
  });

  it('refuses to follow a checkpoint in the archive that is not ours', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    const payload = Buffer.from(JSON.stringify({ v: 1, tenant: 'shop-b' })).toString('base64url');
    world.files.set(checkpointName('shop-a', 1), JSON.stringify({ statement: `x.${payload}.x` }));
    await expect(world.checkpoint()).rejects.toThrow('1 tenants have no new checkpoint');
    expect(await world.platform.audit({ read: 0, write: 0 }).checkpoint('shop-a')).toBeUndefined();
  });

  it('takes over the checkpoint of another attempt that was faster at the same time', async () => {
    const world = await anAuditedWorld();
    await aRegistration(world);
    await world.appendAll();
    await Promise.all([world.checkpoint(), world.checkpoint()]);
    expect(await world.platform.audit({ read: 0, write: 0 }).checkpoint('shop-a')).toMatchObject({
      number: 1,
      feedEnd: 1,
    });
    expect([...world.files.keys()].filter((name) => name.startsWith('checkpoints/'))).toHaveLength(1);
  });
});

describe('signCheckpoint, over evidence that was changed', () => {
  const aSignedWorld = async () => {
    const world = await anAuditedWorld();
    for (const n of [1, 2, 3]) await aRegistration(world, n);
    await world.appendAll();
    await world.checkpoint();
    await aRegistration(world, 4);
    await world.appendAll();
    return world;
  };
  const border = tileName('shop-a', { level: 0, index: 0, width: 3 });

  it.each([
    ['with a tile whose bits turned', (text: string) => text.replace(/[0-7]/, '8').replace(/[a-e]/, 'f')],
    ['with two records in each other’s place', (text: string) => JSON.stringify(JSON.parse(text).toReversed())],
    ['with a tile that is shorter', (text: string) => JSON.stringify(JSON.parse(text).slice(1))],
    ['with a tile that is none', () => '{}'],
  ])('refuses to sign on %s, and says so', async (_what, change) => {
    const world = await aSignedWorld();
    world.files.set(border, change(world.files.get(border) ?? ''));
    await expect(world.checkpoint()).rejects.toThrow('1 tenants have no new checkpoint: ');
    expect(world.files.has(checkpointName('shop-a', 2))).toBe(false);
    expect(await world.platform.audit({ read: 0, write: 0 }).checkpoint('shop-a')).toMatchObject({ number: 1 });
  });

  it('refuses to sign on without a tile, or without the last checkpoint', async () => {
    for (const name of [border, checkpointName('shop-a', 1)]) {
      const world = await aSignedWorld();
      world.files.delete(name);
      await expect(world.checkpoint()).rejects.toThrow(`The archive lacks`);
    }
  });

  it('refuses to follow another checkpoint than the one that the table marks', async () => {
    const world = await aSignedWorld();
    const { says } = await checkpointOf(world, 1);
    const statement = await world.platform.services.signer.sign({ ...says, at: '2026-11-23T07:00:00.000Z' }, 'x');
    world.files.set(checkpointName('shop-a', 1), JSON.stringify({ statement }));
    await expect(world.checkpoint()).rejects.toThrow('Checkpoint 1 of shop-a is not the one that was signed.');
  });

  it('refuses a feed with a gap', async () => {
    const world = await aSignedWorld();
    const audit = world.platform.audit({ read: 0, write: 0 });
    const feed: typeof audit.feed = async (...asked) => (await audit.feed(...asked)).slice(1);
    const platform = { ...world.platform, audit: () => ({ ...audit, feed }) };
    await expect(world.checkpoint(platform)).rejects.toThrow('The feed of shop-a has a gap after 3.');
  });

  it('takes over no checkpoint that signed another tree', async () => {
    const world = await aSignedWorld();
    const { says } = await checkpointOf(world, 1);
    const next = { ...says, number: 2, previous: sha256Hex(canonicalJson(says)), feedEnd: 4, root: 'a'.repeat(64) };
    const statement = await world.platform.services.signer.sign(next, 'checkpoint+jwt');
    world.files.set(checkpointName('shop-a', 2), JSON.stringify({ statement }));
    await expect(world.checkpoint()).rejects.toThrow('Checkpoint 2 of shop-a signed another tree than the feed gives.');
  });
});

describe('signCheckpoint, cut off anywhere', () => {
  it('comes to the same signed tree, whichever write was its last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }), async (cuts) => {
        const world = await anAuditedWorld();
        for (const [n, cut] of cuts.entries()) {
          await aRegistration(world, n + 1);
          await world.appendAll();
          let left = cut;
          const { archive } = world.platform.services;
          const write: typeof archive.write = (name, text) => {
            left -= 1;
            return left < 0 ? Promise.reject(new Error('cut off')) : archive.write(name, text);
          };
          const services = { ...world.platform.services, archive: { ...archive, write } };
          await world.checkpoint({ ...world.platform, services }).catch(() => undefined);
        }
        for (let n = 0; n < 3; n += 1) {
          await world.appendAll();
          await world.checkpoint();
        }
        await world.appendAll();
        const mark = await world.platform.audit({ read: 0, write: 0 }).checkpoint('shop-a');
        const { says } = await checkpointOf(world, mark?.number ?? 0);
        const feed = await feedOf(world);
        expect([says.root, says.feedEnd]).toEqual([treeOver(feed.map(leafOf)).rootAt(says.feedEnd), feed.length - 1]);
        expect(feed.filter(({ aggregate }) => aggregate === 'customer')).toHaveLength(cuts.length);
        const told = feed.filter(({ aggregate }) => aggregate === 'checkpoint');
        expect(told.map(({ seq }) => seq)).toEqual(told.map((_entry, at) => at + 1));
        expect(told).toHaveLength(mark?.number ?? 0);
      }),
      { numRuns: 25, seed: 20_261_126 },
    );
  });
});
