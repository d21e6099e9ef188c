import { openDelivery } from '../../domain/webhooks/delivery.ts';
import type { ReplayRequested } from '../../domain/webhooks/events.ts';
import { moveReplay, replayed } from '../../domain/webhooks/replay.ts';
import type { DeliveredEvent, Endpoint, Replay } from '../../domain/webhooks/schema.ts';
import { wantsEvent } from '../../domain/webhooks/wants-event.ts';
import { subscribe } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { FeedEntry } from '../_kit/store.ts';
import { webhooks } from './contract.ts';
import { firstPosition } from './first-position.ts';

const contract = webhooks.subscribers.runReplay;
type Ports = PortsOf<typeof contract>;

/** What one slice looks at and begins at most; the next one goes on from there. */
const entriesMax = 1_000;
const sentMax = 100;
const pageSize = 100;
/** Records that came late stand later in the feed: a replay looks so far behind its window for them. */
const lateMs = 24 * 60 * 60 * 1_000;

const isWithin = ({ recordedAt }: FeedEntry, { from, to }: Replay): boolean => recordedAt >= from && recordedAt < to;
const isBeyond = ({ recordedAt }: FeedEntry, { to }: Replay): boolean =>
  Date.parse(recordedAt) > Date.parse(to) + lateMs;

/** The events of one record that the endpoint wants. */
const wantedIn = (endpoint: Endpoint, entry: FeedEntry): readonly DeliveredEvent[] =>
  entry.types.flatMap((type, at) => {
    const n = at + 1;
    const { aggregate: kind, id, seq, recordedAt: time } = entry;
    return wantsEvent(endpoint, { type, subject: id })
      ? [{ id: `${id}.${seq}.${n}`, type, time, origin: 'record', root: { kind, id, seq, n } }]
      : [];
  });

type Walk = { readonly endpoint: Endpoint; readonly replay: Replay; readonly now: string };

/** Begins one delivery, or begins it anew; says whether there was anything to do. Its wake-up sends it. */
const begin = async (ports: Ports, { endpoint, replay, now }: Walk, event: DeliveredEvent) => {
  const { endpointId } = endpoint;
  const deliveryId = ports.idFrom('dlv', endpointId, event.id);
  const fresh = openDelivery({ deliveryId, endpointId }, event, { now, wakeAt: now, replayId: replay.replayId });
  if (await ports.deliveries.put(fresh)) return true;
  const [stored] = await ports.deliveries.find([deliveryId]);
  const again = stored === undefined ? undefined : replayed(stored.delivery, replay, now);
  return stored !== undefined && again !== undefined && ports.deliveries.put(again, stored);
};

/** Begins what is wanted of one page; says how much that was. */
const beginPage = async (ports: Ports, walk: Walk, page: readonly FeedEntry[]): Promise<number> => {
  const { endpoint, replay } = walk;
  const wanted = page.filter((entry) => isWithin(entry, replay)).flatMap((entry) => wantedIn(endpoint, entry));
  let sent = 0;
  for (const event of wanted) if (await begin(ports, walk, event)) sent += 1;
  return sent;
};

/** Goes along the feed until enough has been begun or looked at, or the window is behind. */
const slice = async (ports: Ports, walk: Walk) => {
  const { replay } = walk;
  let position = replay.position > 0 ? replay.position : await firstPosition(ports.feed, replay.from);
  let looked = 0;
  let sent = 0;
  while (looked < entriesMax && sent < sentMax) {
    const page = await ports.feed(position, pageSize);
    sent += await beginPage(ports, walk, page);
    looked += page.length;
    position = page.at(-1)?.position ?? position;
    const isLast = page.length < pageSize || page.every((entry) => isBeyond(entry, replay));
    if (isLast) return { position, looked, sent, isLast };
  }
  return { position, looked, sent, isLast: false };
};

export const subscriber = subscribe(contract, async ({ event, now, ports }) => {
  const { endpointId, replayId } = event.data as ReplayRequested['data'];
  const { endpoint } = await ports.load({ endpoint: endpointId });
  const replay = endpoint?.replay;
  if (endpoint === undefined || replay?.replayId !== replayId || replay.status === 'ended') return;
  const gone = await slice(ports, { endpoint, replay, now });
  const moved = moveReplay(endpoint, replayId, gone, now);
  if (moved.events.length > 0) await ports.commit({ endpoint: moved }, () => undefined);
});
