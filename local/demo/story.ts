import { advance } from './advance.ts';
import { damage, fly, shipAndReturn } from './claims.ts';
import type { Client } from './client.ts';
import { loadBuyers, loadOrders, type Order, renumbered } from './orders.ts';
import { checkCertificate, checkHistories, checkTampering } from './proofs.ts';
import { cancel, policyOf, type Sale, type Stage, sell } from './sell.ts';
import { createShop } from './shop.ts';
import { mustBe, type Tale } from './tale.ts';
import { createTally, type Tally } from './tally.ts';
import { janitorFound, trouble } from './trouble.ts';

/** Devices are covered from tomorrow, and tomorrow's flights have landed, once so many hours have passed. */
const hoursAhead = 48;

type Told = { readonly sale: Sale; readonly quotedAt: string };

/** What happens to an order on the day on which it is placed; gives back what is still to come. */
const today = async (stage: Stage, order: Order): Promise<Told | undefined> => {
  const quotedAt = await stage.shop.now();
  const sale = await sell(stage, order);
  if (sale === undefined) return undefined;
  if (order.then === 'cancelled') await cancel(stage, sale);
  if (order.then === 'returned') await shipAndReturn(stage, sale);
  if (order.then === 'cancelled-flight') await fly(stage, sale, quotedAt);
  return order.then === 'damaged' || order.then === 'flown' ? { sale, quotedAt } : undefined;
};

const later = (stage: Stage, { sale, quotedAt }: Told): Promise<void> =>
  sale.order.then === 'damaged' ? damage(stage, sale) : fly(stage, sale, quotedAt);

const chapters = [
  ['Return freight', 'return-freight'],
  ['Device protection', 'device-protection'],
  ['Flight delay', 'flight-delay'],
] as const;

const certificates = async ({ shop, tale, tally }: Stage): Promise<void> => {
  for (const [title, productId] of chapters) {
    await tale.step(
      `certificate, ${title.toLowerCase()}: signature and code are right`,
      () => checkCertificate(shop, tally.firsts.get(productId) ?? ''),
      (number) => number,
    );
  }
};

const passTime = async ({ shop, tale }: Stage): Promise<void> => {
  await tale.step(
    `${hoursAhead} hours pass on the sandbox's clock; what is due happens`,
    () => advance(shop.client, `PT${hoursAhead}H`),
    ({ now, woken }) => `${woken} due things done, it is ${now}`,
  );
};

const inForce = async ({ shop, tale }: Stage, told: readonly Told[]): Promise<void> => {
  const devices = told.filter(({ sale }) => sale.order.then === 'damaged');
  await tale.step('devices in force, by the clock alone', async () => {
    for (const { sale } of devices) {
      const policy = Object(await shop.policy(policyOf(sale, 'device-protection').policyId));
      mustBe(policy.status, 'on-risk', `The status of ${policy.policyId}`);
    }
  });
};

const prove = async ({ shop, tale, tally }: Stage): Promise<void> => {
  await shop.client.idle();
  await tale.step(
    'histories verified: numbers, hashes, audited heads, signatures',
    () => checkHistories(shop, tally.objects),
    ({ objects, records }) => `${objects} objects, ${records} records`,
  );
  const [objectId] = tally.objects;
  if (objectId !== undefined) await tale.step('an edited history is found', () => checkTampering(shop, objectId));
};

/** Plays every order of `examples/` as its file says, then a day's troubles, and proves what is left behind. */
export const playAll = async (client: Client, providerUrl: string, tale: Tale, run: string): Promise<Tally> => {
  const stage: Stage = {
    shop: createShop(client, providerUrl),
    tale,
    tally: createTally(),
    buyers: await loadBuyers(),
  };
  const orders = (await loadOrders()).map((order) => renumbered(order, run));
  const open: Told[] = [];
  for (const [title, productId] of chapters) {
    tale.chapter(title);
    for (const order of orders.filter(({ insure }) => insure.at(-1) === productId)) {
      await tale.thread(async () => {
        const told = await today(stage, order);
        if (told !== undefined) open.push(told);
      });
    }
  }
  tale.chapter('Trouble');
  const like = orders.find(
    ({ pays, then, expect }) => pays === 'provider' && then === 'returned' && expect.claim?.paid,
  );
  const unknown = like === undefined ? [] : await trouble(stage, like, run);
  tale.chapter('Two days later');
  await tale.thread(() => certificates(stage));
  await tale.thread(() => passTime(stage));
  await tale.thread(() => inForce(stage, open));
  for (const told of open) {
    tale.say(`  ${told.sale.order.orderNumber} ${told.sale.order.goods[0]?.title ?? ''}`);
    await tale.thread(() => later(stage, told));
  }
  for (const sale of unknown) await tale.thread(() => janitorFound(stage, sale));
  tale.chapter('Proof');
  await tale.thread(() => prove(stage));
  return stage.tally;
};
