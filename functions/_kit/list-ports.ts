import type { Delivery } from '../../domain/webhooks/schema.ts';
import { kindInQueue, type QueueName, type RootKind } from './aggregates.ts';
import { type CursorPage, cursorsOf } from './cursor.ts';
import { type InboxFilter, listEntries } from './inbound/list-entries.ts';
import { filterOf, type ListQuery, narrowed } from './list-filter.ts';
import type { PortsContext } from './make-ports.ts';
import { guardedServices } from './outside.ts';
import { refused } from './problem.ts';
import { canonicalJson } from './record.ts';
import { kitRefusals } from './refusals.ts';
import type { Page, RootRef, Store, StoredRecord } from './store.ts';

/** A page of something, and a cursor that belongs to this list alone. */
const pagedBy =
  ({ contract, derivation }: PortsContext) =>
  async <T>(scope: string, page: CursorPage, read: (after: string | undefined) => Promise<Page<T>>) => {
    const cursors = cursorsOf(derivation, `${contract.id} ${scope}`);
    const after = page.cursor === undefined ? undefined : cursors.decode(page.cursor);
    if (page.cursor !== undefined && after === undefined) {
      const error = {
        pointer: `/query/${page.named ?? 'cursor'}`,
        code: 'invalid',
        detail: 'This cursor does not belong to this list.',
      };
      throw refused({ code: 'invalid-request', entry: kitRefusals['invalid-request'], errors: [error] });
    }
    const { items, next } = await read(after);
    return { items, next: cursors.encode(next) };
  };

/** The records of the feed behind a position, in its order; each is there, for the feed tells of nothing else. */
const recordsAfter = async (
  { platform, meter, command: { tenant } }: PortsContext,
  after: number,
  limit: number,
): Promise<Page<StoredRecord>> => {
  const entries = await platform.audit(meter).feed(tenant, after, limit);
  const refs = entries.map(({ aggregate, id, seq }) => ({ tenant, kind: aggregate, id, seq }));
  const items = (await platform.audit(meter).records(refs)).map((stored, at) => {
    if (stored === undefined || stored === 'unreadable')
      throw new Error(`The feed tells of ${refs[at]?.id}.${refs[at]?.seq}, which cannot be read.`);
    return stored;
  });
  return { items, next: String(entries.at(-1)?.position ?? after) };
};

/** The ports that list, each with the paths that contracts name as `lists`. */
export const listsOf = (context: PortsContext, store: Store) => {
  const { platform, meter, command } = context;
  const { tenant } = command;
  const paged = pagedBy(context);
  /** A page of a list under its filter, to which its cursors are bound. */
  const filtered = (name: string, kind: string, query: ListQuery, read: Store['list']) => {
    const filter = filterOf(query);
    const scope = Object.keys(filter).length === 0 ? name : `${name} ${canonicalJson(filter)}`;
    const { limit } = query;
    return paged(scope, query, (after) => read(name, { tenant, after, limit, ...narrowed(kind, filter) }));
  };
  return {
    list: (kind: RootKind, query: ListQuery) => filtered(kind, kind, query, store.list),
    oldest: (kind: RootKind, query: ListQuery) =>
      filtered(kind, kind, query, (name, request) => store.list(name, { ...request, oldestFirst: true })),
    queue: (name: QueueName, query: ListQuery) =>
      filtered(name, kindInQueue[name], query, (queued, { of: _of, ...request }) => store.queue(queued, request)),
    history: (root: RootRef, page: CursorPage) =>
      paged(`${root.kind} ${root.id}`, page, (after) => store.history(root, { tenant, after, limit: page.limit })),
    auditedHead: async (root: RootRef) => {
      const [head] = await platform.audit(meter).heads(tenant, [root]);
      return head ?? { aggregate: root.kind, id: root.id, seq: 0, hash: null, position: 0 };
    },
    checkpointMark: () => platform.audit(meter).checkpoint(tenant),
    feed: (after: number, limit: number) => platform.audit(meter).feed(tenant, after, limit),
    feedEnd: () => platform.audit(meter).feedEnd(tenant),
    events: async (page: CursorPage) => {
      const { items, next = '' } = await paged('events', page, (after) =>
        recordsAfter(context, Number(after ?? 0), page.limit),
      );
      return { items, next };
    },
    inboxEntries: (query: CursorPage & InboxFilter) => {
      const { status, provider, createdFrom, createdTo } = query;
      const filter = { ...filterOf({ status, createdFrom, createdTo }), ...(provider !== undefined && { provider }) };
      const { inbox } = guardedServices(platform.services);
      return paged(`inbox ${canonicalJson(filter)}`, query, (after) =>
        listEntries(inbox, { tenant, filter, after, limit: query.limit }),
      );
    },
    generation: () => store.generation(tenant),
    listDeliveries: (endpointId: string, query: CursorPage & { readonly status?: string | undefined }) => {
      const { status, limit } = query;
      const matches = (delivery: Delivery): boolean => status === undefined || delivery.status === status;
      return paged(`deliveries ${endpointId} ${status ?? ''}`, query, (after) =>
        platform.deliveries(meter).list({ tenant, endpointId, after, limit, matches }),
      );
    },
    findDelivery: async (id: string) => (await platform.deliveries(meter).find(tenant, [id]))[0]?.delivery,
    revokedSince: (instant: string) => store.revokedSince(instant),
  };
};
