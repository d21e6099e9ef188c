import type { Inbox } from '../services.ts';
import type { Page } from '../store.ts';
import { arrivalsOf, cameBefore, cameSince, entryIdIn, findEntry } from './entries.ts';
import { viewOfEntry } from './noted.ts';
import type { InboxEntryView } from './schema.ts';

export type InboxFilter = {
  readonly [K in 'provider' | 'status' | 'createdFrom' | 'createdTo']?: string | undefined;
};
type Asked = {
  readonly tenant: string;
  readonly filter: InboxFilter;
  readonly after: string | undefined;
  readonly limit: number;
};

/** What one page looks at, at most, where a filter asks for few of them: it is short then, and the next goes on. */
const lookedAtMax = 100;

const asksOfEntries = ({ provider, status }: InboxFilter): boolean => provider !== undefined || status !== undefined;

const fits = ({ provider, status }: InboxFilter, entry: InboxEntryView): boolean =>
  (provider === undefined || entry.provider === provider) && (status === undefined || entry.status === status);

/** An arrival whose entry is gone is passed over: both expire, and not at the same moment. */
const viewAt = async (inbox: Inbox, tenant: string, arrival: string) => {
  const kept = await findEntry(inbox, tenant, entryIdIn(arrival));
  return kept === undefined ? undefined : viewOfEntry(kept.entry);
};

/** The arrivals to look at, and whether others come behind them. */
const arrivalsFor = async (inbox: Inbox, { tenant, filter, after, limit }: Asked) => {
  const { createdFrom, createdTo } = filter;
  const begin = createdTo === undefined ? '' : cameBefore(tenant, createdTo);
  const most = asksOfEntries(filter) ? lookedAtMax : limit;
  const names = await inbox.names(arrivalsOf(tenant), after ?? begin, most + 1);
  const wanted = names.filter((name) => createdFrom === undefined || cameSince(name, tenant, createdFrom));
  return { arrivals: wanted.slice(0, most), more: wanted.length > most };
};

/** A page of the inbox, the newest first; places in it are names, so that what arrives meanwhile moves nothing. */
export const listEntries = async (inbox: Inbox, asked: Asked): Promise<Page<InboxEntryView>> => {
  const { tenant, filter, limit } = asked;
  const { arrivals, more } = await arrivalsFor(inbox, asked);
  const views = await Promise.all(arrivals.map((arrival) => viewAt(inbox, tenant, arrival)));
  const found = arrivals.flatMap((arrival, at) => {
    const view = views[at];
    return view !== undefined && fits(filter, view) ? [{ arrival, view }] : [];
  });
  const shown = found.slice(0, limit);
  const items = shown.map(({ view }) => view);
  if (found.length > limit) return { items, next: shown.at(-1)?.arrival };
  return { items, next: more ? arrivals.at(-1) : undefined };
};
