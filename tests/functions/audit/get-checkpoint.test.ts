import { beforeAll, describe, expect, it } from 'vitest';
import { tilesOf } from '../../../domain/audit/merkle/tiles.ts';
import type { SignedCheckpoint } from '../../../domain/audit/schema.ts';
import { tileName } from '../../../functions/audit/evidence.ts';
import { checkKept } from '../../../tools/verify/check-kept.ts';
import { opener } from '../../../tools/verify/statement.ts';
import { type AuditedWorld, aLongChain, anAuditedWorld, aRegistration } from '../../support/audited.ts';

/**
 * Four checkpoints of 1, 4, 6 and 307 records: each is told by a record that the next one covers, before 2, 1 and 300
 * others. So the last tree has a full tile and a second level.
 */
const aWitnessedWorld = async (): Promise<AuditedWorld> => {
  const world = await anAuditedWorld();
  for (const customers of [[1], [2, 3], [4]]) {
    for (const n of customers) await aRegistration(world, n);
    await world.appendAll();
    await world.checkpoint();
  }
  await aLongChain(world, 300);
  await world.appendAll();
  await world.checkpoint();
  return world;
};

let world: AuditedWorld;
beforeAll(async () => {
  world = await aWitnessedWorld();
});
const ask = async (number: string, query: Record<string, string> = {}) => {
  const { status, body } = await world.call('getCheckpoint', { params: { number }, query });
  return { status, body: body as SignedCheckpoint & { code: string } };
};
const verified = async (...kept: readonly unknown[]) =>
  (await checkKept(kept, opener(world.key.jwks))).findings.map(({ what }) => what);

describe('getCheckpoint', () => {
  it('gives a checkpoint by its number, with the statement that was signed', async () => {
    const { status, body } = await ask('2');
    expect([status, body.checkpoint]).toMatchObject([200, { tenant: 'shop-a', number: 2, feedEnd: 4 }]);
    expect(body.consistency).toBeUndefined();
    expect(await verified(body)).toEqual([]);
  });

  it('gives the latest', async () => {
    expect((await ask('latest')).body.checkpoint).toMatchObject({ number: 4, feedEnd: 307 });
  });

  it('proves that each begins with each before it, and with itself', async () => {
    for (const number of [1, 2, 3, 4])
      for (let since = 1; since <= number; since += 1) {
        const { body } = await ask(String(number), { since: String(since) });
        expect(body.consistency?.since.number).toBe(since);
        expect(await verified(body, (await ask(String(since))).body), `${since} to ${number}`).toEqual([]);
      }
  });

  it.each(['5', '9999999999'])('refuses %s, which was not signed yet', async (number) => {
    expect(await ask(number)).toMatchObject({ status: 404, body: { code: 'checkpoint-not-found' } });
  });

  it('refuses to prove that a newer one begins an older one', async () => {
    expect(await ask('2', { since: '3' })).toMatchObject({ status: 409, body: { code: 'checkpoint-not-older' } });
  });

  it.each(['0', '-1', '01', 'first', '1.5', '10000000000'])('refuses %s, which is no number of one', async (number) => {
    expect((await ask(number)).status).toBe(422);
  });

  it.each(['0', 'x', '1.5'])('refuses a since of %s', async (since) => {
    expect((await ask('2', { since })).status).toBe(422);
  });

  it('has none for a tenant without history, and shows nobody those of another', async () => {
    for (const number of ['latest', '1']) {
      const answer = await world.call('getCheckpoint', { tenant: 'shop-b', params: { number } });
      expect(answer).toMatchObject({ status: 404, body: { code: 'checkpoint-not-found' } });
    }
  });

  it('asks for the scope of history', async () => {
    const answer = await world.call('getCheckpoint', { as: { scopes: ['policies:read'] }, params: { number: '1' } });
    expect(answer.status).toBe(403);
  });
});

describe('getCheckpoint, over evidence that was changed', () => {
  it('hands out no proof that does not hold', async () => {
    const changed = await aWitnessedWorld();
    const [first] = tilesOf(304);
    const name = first === undefined ? '' : tileName('shop-a', first);
    const [one, two, ...rest]: string[] = JSON.parse(changed.files.get(name) ?? '[]');
    changed.files.set(name, JSON.stringify([two, one, ...rest]));
    const answer = await changed.call('getCheckpoint', { params: { number: '4' }, query: { since: '1' } });
    expect(answer.status).toBe(500);
    expect(changed.log.map(({ bug }) => bug).join()).toContain('does not begin with checkpoint 1');
  });
});
