import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { advance } from './demo/advance.ts';
import { createClient, textAt } from './demo/client.ts';
import { loadBuyers, loadOrders, type Order, renumbered } from './demo/orders.ts';
import { bindBodyOf, createShop, type Shop } from './demo/shop.ts';
import { endWith, plainError } from './plain-error.ts';
import { type Bindery, startBindery } from './start.ts';

const help = `Lets a year pass for a tenant with many policies, and says how long that takes.

  npm run year                     1,000 policies
  npm run year -- --policies 100   fewer
`;

/** Shops that sell at once. */
const sellers = 8;

/** The orders that are offered all that they want: the same mix as in the examples. */
const offered = (orders: readonly Order[]): readonly Order[] =>
  orders.filter(({ insure, expect }) =>
    insure.every((product) => !Array.isArray(expect.offers?.[product]) && expect.refused?.[product] === undefined),
  );

/** Sells one order's cover; what is to be paid by card is not, and lapses. Answers how many policies that made. */
const sell = async (shop: Shop, order: Order, customerId: string): Promise<number> => {
  const quoted = (await shop.offersFor(order, await shop.now())).filter(({ outcome }) => outcome === 'offered');
  let sold = 0;
  for (const one of quoted) {
    const { status, text } = await shop.client.post('partner', '/policies', {
      body: bindBodyOf(one, order, customerId),
    });
    // Numbers are drawn, so one in a thousand devices is insured already.
    if (status !== 201 && status !== 409) throw new Error(`Not bound: ${text}`);
    if (status === 201) sold += 1;
  }
  return sold;
};

const sellMany = async (shop: Shop, wanted: number): Promise<number> => {
  const [buyer] = Object.values(await loadBuyers());
  if (buyer === undefined) throw new Error('The examples hold no buyer.');
  const customerId = await shop.customer(buyer);
  const orders = offered(await loadOrders());
  let [sold, taken] = [0, 0];
  const work = async (): Promise<void> => {
    while (sold < wanted) {
      const order = orders[taken % orders.length];
      taken += 1;
      const made = order === undefined ? 0 : await sell(shop, renumbered(order, `y${taken}`), customerId);
      sold += made;
    }
  };
  await Promise.all(Array.from({ length: sellers }, work));
  return sold;
};

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** Each status that the policies have come to, with how many have it. */
const statusesOf = async (shop: Shop): Promise<string> => {
  const counts = new Map<string, number>();
  let path: string | undefined = '/policies?limit=50';
  while (path !== undefined) {
    const { body } = await shop.client.get('partner', path);
    const { items, next } = Object(body);
    for (const item of items) counts.set(textAt(item, 'status'), (counts.get(textAt(item, 'status')) ?? 0) + 1);
    path = next === undefined ? undefined : `/policies?limit=50&cursor=${encodeURIComponent(next)}`;
  }
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
};

const aYear = async (bindery: Bindery, policies: number): Promise<void> => {
  const shop = createShop(createClient(bindery.url, bindery.credentials), bindery.providerUrl);
  const selling = performance.now();
  const sold = await sellMany(shop, policies);
  await bindery.idle();
  console.log(`${sold} policies sold in ${seconds(selling)} s`);
  const passing = performance.now();
  const { now, woken, heldUp } = await advance(shop.client, 'P1Y1D');
  console.log(`A year passed in ${seconds(passing)} s on ${cpus().length} cores: it is ${now}`);
  console.log(`${woken} due things were done and ${heldUp} put off; the policies are ${await statusesOf(shop)}`);
};

const main = async (): Promise<void> => {
  const options = { policies: { type: 'string', default: '1000' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) return console.log(help);
  const policies = Number(values.policies);
  if (!Number.isInteger(policies) || policies < 1) throw plainError('--policies takes a whole number from 1 on.');
  const dataFolder = await mkdtemp(join(tmpdir(), 'bindery-year-'));
  const bindery = await startBindery({ port: 0, providerPort: 0, dataFolder, say: () => {}, limitTimes: 1_000 });
  try {
    await aYear(bindery, policies);
  } finally {
    await bindery.stop();
    await rm(dataFolder, { recursive: true });
  }
};

main().catch(endWith);
