import { feedEntry, following } from '../../domain/audit/feed-entry.ts';
import type { FeedEntry } from '../../functions/_kit/store.ts';
import { endItem, feedItem, headItem } from '../../functions/_storage/audit-codec.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import { keys } from '../../functions/_storage/keys.ts';
import { foldChain } from '../../local/restore/fold-chain.ts';
import { itemsOf } from '../../local/restore/rebuild.ts';
import { writeItems } from '../../local/restore/write-items.ts';
import { type Chain, cloneChain, coreOf } from './clone.ts';
import type { Templates } from './templates.ts';

/** A policy is sold every twenty-six seconds, however large the book is: a hundred thousand in thirty days. */
export const everyMs = 26_000;
/** A claim is reported three days after its policy was sold. */
const lifeDays = 4;
export const dayMs = 24 * 60 * 60_000;
const policiesOfCustomer = 5;
/** One policy in ten is the same customer's. */
const everyOfBig = 10;
/** One in five hundred was never paid: what few there are of. */
const everyPending = 500;

const tenant = 'shop-a';
/** A tenant that leaves all premium to the provider: its feed is as long, and says of no record that debt moved. */
export const debtless = 'shop-b';
const customerOf = (number: number): string => `cus_${coreOf('customer', number)}`;
export const bigCustomer = customerOf(-1);

/** What the policy with a number is: four in five just run, the others end, are claimed on, or wait for money. */
export const kindOf = (number: number): 'sold' | 'cancelled' | 'claimed' | 'pending' => {
  if (number % everyPending === 7) return 'pending';
  if (number % 20 === 3) return 'claimed';
  return number % 20 === 4 || number % 20 === 14 || number % 20 === 9 ? 'cancelled' : 'sold';
};

export const ownerOf = (number: number): string =>
  number % everyOfBig === 0 ? bigCustomer : customerOf(Math.floor(number / policiesOfCustomer));

/** The id that the policy with a number has in a book made from these. */
export const policyIdOf = (made: Templates, number: number): string =>
  `pol_${coreOf(made[kindOf(number)][0]?.record.id.slice(4) ?? '', number)}`;

/** The chains that came into being with one policy: its own, its customer's with the first, a message to some. */
const chainsOf = (made: Templates, number: number): readonly Chain[] => {
  const at = new Date(Date.parse(made.now) + number * everyMs).toISOString();
  const customerId = ownerOf(number);
  const own = { number, at, customerId };
  return [
    ...(number % policiesOfCustomer === 1 ? [cloneChain(made.customer, own)] : []),
    cloneChain(made[kindOf(number)], own),
    ...(number % 10 === 5 ? [cloneChain(made.notification, own)] : []),
  ];
};

/** How many policies are made and written at a time. */
const atOnce = 1_000;

/** The feed in the order of time, with the head of each aggregate where its last record stands. */
const feedItems = (tenant: string, entries: readonly FeedEntry[]): readonly Item[] => {
  const heads = new Map<string, Item>();
  const placed = following(
    { position: 0, debtAt: 0 },
    entries.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
  );
  const feed = placed.map((entry): Item => {
    heads.set(entry.id, { ...keys.head(tenant, entry.id), ...headItem(entry) });
    return { ...keys.feed(tenant, entry.position), ...feedItem(entry) };
  });
  const end = { position: placed.length, debtAt: placed.at(-1)?.debtAt };
  return [...feed, ...heads.values(), { ...keys.feedEnd(tenant), ...endItem(end) }];
};

const withoutDebt = (entry: FeedEntry): FeedEntry => ({ ...entry, dueFromPartner: 0, currency: '' });

/** Fills a table with a book of so many policies; answers a time after everything that is in it. */
export const fillBook = async (client: TableClient, made: Templates, policies: number): Promise<string> => {
  const entries: FeedEntry[] = [];
  for (let from = 0; from < policies; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, policies - from) }, (_, at) => from + at);
    const chains = numbers.flatMap((number) => chainsOf(made, number));
    const items = chains.flatMap((chain) => itemsOf(foldChain(chain), chain[0]?.record.businessAt ?? made.now));
    await writeItems(client, items);
    entries.push(...chains.flat().map(({ record, hash }) => feedEntry(record, hash, 0)));
  }
  await writeItems(client, feedItems(tenant, entries));
  await writeItems(client, feedItems(debtless, entries.slice(0, policies).map(withoutDebt)));
  return new Date(Date.parse(made.now) + policies * everyMs + lifeDays * dayMs).toISOString();
};
