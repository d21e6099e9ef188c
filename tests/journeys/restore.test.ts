import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { at, createClient } from '../../local/demo/client.ts';
import { loadBuyers, loadOrders, type Order } from '../../local/demo/orders.ts';
import { createShop, type Shop } from '../../local/demo/shop.ts';
import { nativeProgram } from '../../local/engine/native.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

const run = promisify(execFile);
const programAt = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;
const failed = (thrown: unknown) => ({ stdout: String(at(thrown, 'stdout')), stderr: String(at(thrown, 'stderr')) });

const startOver = async (folder: string): Promise<{ readonly bindery: Bindery; readonly shop: Shop }> => {
  const bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined });
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!stopped) await bindery.stop();
    stopped = true;
  };
  cleanups.push(stop);
  const shop = createShop(createClient(bindery.url, bindery.credentials), bindery.providerUrl);
  return { bindery: { ...bindery, stop }, shop };
};

const anOrder = async (): Promise<Order> => {
  const order = (await loadOrders()).find(({ insure, pays }) => insure[0] === 'return-freight' && pays === 'partner');
  if (order === undefined) throw new Error('No order is left to sell.');
  return order;
};

/** Sells one order; a refusal by its code. */
const sell = async (shop: Shop, order: Order): Promise<string> => {
  const buyer = Object.values(await loadBuyers())[0];
  const [quoted] = await shop.offersFor(order, await shop.now());
  if (buyer === undefined || quoted === undefined) throw new Error('Nothing is offered.');
  const body = shop.bindBody(quoted, order, await shop.customer(buyer));
  const answer = await shop.client.post('partner', '/policies', { body });
  return String(at(answer.body, answer.status === 201 ? 'policyId' : 'code'));
};

describe.skipIf(nativeProgram() === undefined)('npm run restore', () => {
  it('gives back what stood in the table, proved, and the next start knows it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bindery-restore-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const [lost, found] = [join(folder, 'lost'), join(folder, 'found')];
    const before = await startOver(lost);
    const order = await anOrder();
    const policyId = await sell(before.shop, order);
    await before.bindery.idle();
    const policy = await before.shop.policy(policyId);
    await before.bindery.stop();

    const archive = join(lost, 'archive');
    const restored = await run(process.execPath, [
      programAt('local/restore.ts'),
      '--archive',
      archive,
      '--data',
      found,
    ]);
    // The policy, its buyer, what the buyer was told of it, and of the sandbox the tenant and five credentials.
    expect(restored.stdout).toMatch(/sandbox-shop: 9 aggregates and 0 claims, from 10 records/);
    expect(restored.stdout).toContain('Answers of idempotency keys');
    const verified = await run(process.execPath, [programAt('tools/verify.ts'), '--data', found]);
    expect(verified.stdout).toMatch(/records +10 looked at +ok/);

    const after = await startOver(found);
    expect(await after.shop.policy(policyId)).toEqual(policy);
    // The buyer is registered anew, for the key of the person is gone; the order is insured for good, for its own key
    // follows from the tenant's secret, which came back with the other keys.
    expect(await sell(after.shop, order)).toBe('object-already-insured');
  });
  it('writes nothing when the archive was changed, and says what is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bindery-restore-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const { bindery, shop } = await startOver(join(folder, 'lost'));
    await sell(shop, await anOrder());
    await bindery.idle();
    await bindery.stop();
    const records = join(folder, 'lost', 'archive', 'records', 'sandbox-shop', 'policy');
    const [policyId = ''] = await readdir(records);
    await rm(join(records, policyId, '1.json'));
    await writeFile(join(records, policyId, '1.json'), '{}');
    const args = ['--archive', join(folder, 'lost', 'archive'), '--data', join(folder, 'found')];
    const refused = await run(process.execPath, [programAt('local/restore.ts'), ...args]).catch(failed);
    expect(refused.stdout).toContain('The file is not the record that its name says.');
    expect(refused.stderr).toContain('Nothing was rebuilt');
    expect(await readdir(folder)).toEqual(['lost']);
  });
});
