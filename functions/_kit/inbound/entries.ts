import type { Instant } from '../clock.ts';
import type { Inbox } from '../services.ts';
import { raise } from '../signals.ts';
import { type Note, noted } from './noted.ts';
import { StoredInboxEntry } from './schema.ts';

/** An entry of a tenant's inbox as it was read, and the version that it had. */
export type Kept = { readonly entry: StoredInboxEntry; readonly version: string };

const lastMs = 9_999_999_999_999;
/** Later times have smaller numbers, for storage lists in one direction only. */
const backwards = (at: Instant): string => String(lastMs - Date.parse(at)).padStart(13, '0');

export const entryName = (tenant: string, entryId: string): string => `entries/${tenant}/${entryId}.json`;
/** Names in the order of arrival, the newest first, lead to the entries. */
export const arrivalsOf = (tenant: string): string => `arrivals/${tenant}/`;
const arrivalName = (tenant: string, { receivedAt, entryId }: StoredInboxEntry): string =>
  `${arrivalsOf(tenant)}${backwards(receivedAt)}-${entryId}.json`;
/** What stands before every arrival of a time or earlier: all of them came before this instant. */
export const cameBefore = (tenant: string, at: Instant): string => `${arrivalsOf(tenant)}${backwards(at)}-z`;
export const entryIdIn = (arrival: string): string => arrival.slice(-'inb_.json'.length - 26, -'.json'.length);
/** Whether an arrival came at an instant or later. */
export const cameSince = (arrival: string, tenant: string, at: Instant): boolean =>
  arrival <= `${arrivalsOf(tenant)}${backwards(at)}-z`;

export const findEntry = async (inbox: Inbox, tenant: string, entryId: string): Promise<Kept | undefined> => {
  const file = await inbox.read(entryName(tenant, entryId));
  if (file === undefined) return undefined;
  return { entry: StoredInboxEntry.parse(JSON.parse(file.text)), version: file.version };
};

/**
 * Keeps a webhook before anything is done about it, once whatever the number of its deliveries. It can be listed as
 * soon as it is kept: an attempt that dies between the two writes is made up for by the next delivery.
 */
export const keepEntry = async (inbox: Inbox, tenant: string, entry: StoredInboxEntry): Promise<Kept> => {
  const version = await inbox.write(entryName(tenant, entry.entryId), JSON.stringify(entry));
  const kept = version === undefined ? await findEntry(inbox, tenant, entry.entryId) : { entry, version };
  // It was there a moment ago; whoever looks again sees it, or finds its name free.
  if (kept === undefined) return raise({ signal: 'unavailable' });
  if (kept.entry.processed === 0) await inbox.write(arrivalName(tenant, kept.entry), '{}');
  return kept;
};

const triesMax = 5;

/** Writes down what an attempt came to, over whatever another one has written meanwhile. */
export const noteOn = async (inbox: Inbox, tenant: string, kept: Kept, done: Note & { readonly at: Instant }) => {
  let current: Kept | undefined = kept;
  for (let tries = 0; tries < triesMax && current !== undefined; tries += 1) {
    const after = noted(current.entry, done, done.at);
    const version = await inbox.write(entryName(tenant, after.entryId), JSON.stringify(after), current.version);
    if (version !== undefined) return { entry: after, version };
    current = await findEntry(inbox, tenant, after.entryId);
  }
  return raise({ signal: 'unavailable' });
};
