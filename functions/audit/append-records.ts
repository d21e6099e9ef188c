import type { CloudEvent } from '../_kit/cloud-event.ts';
import { subscribeBatch } from '../_kit/implement.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import { reactionLine } from '../_kit/telemetry.ts';
import { advanceHeads } from './advance-heads.ts';
import { archiveChain } from './archive-chain.ts';
import { audit } from './contract.ts';
import { measureRecords } from './measure-records.ts';
import { publishRecords } from './publish-records.ts';
import { raiseChainBreak } from './raise-chain-break.ts';
import { type Announcement, type Appendable, announcementOf, type Chain, readChains } from './read-chains.ts';

const attemptsMax = 8;
const jitterMsMax = 25;

type Own = { readonly platform: Platform; readonly meter: Meter };
type Batch = { readonly tenant: string; readonly announcements: readonly Announcement[] };

/** Announced records that were not appended: they lie behind a break, or contradict what the table holds. */
const failedIn = ({ announced, plan }: Chain): readonly Announcement[] => {
  const contradicted = new Set(plan.contradicted.map(({ seq }) => seq));
  return announced.filter(({ ref }) => ref.seq > plan.reached || contradicted.has(ref.seq));
};

/**
 * Records that nobody announced, and that are about to be appended before one that somebody did. They may only be late,
 * but they may be lost, and once they are audited no sweep looks for them any more: so they are published, before the
 * head moves.
 */
const unannouncedIn = ({ announced, plan }: Chain): readonly Appendable[] => {
  const known = new Set(announced.map(({ ref }) => ref.seq));
  return plan.appends.filter(({ record }) => !known.has(record.seq));
};

const alertBreaks = async (own: Own, tenant: string, { announced, plan }: Chain): Promise<void> => {
  const [first] = announced;
  const breaks = plan.broken === undefined ? plan.contradicted : [plan.broken, ...plan.contradicted];
  if (first === undefined) return;
  const { event, ref } = first;
  const root = { kind: ref.kind, id: ref.id };
  for (const one of breaks) await raiseChainBreak(own, { ...one, tenant, root, requestId: event.requestid });
};

/**
 * Reads, archives, publishes what was left out, and appends until it stands; answers the chains as they were judged at
 * last.
 */
const appendUntilDone = async (own: Own, { tenant, announcements }: Batch): Promise<readonly Chain[]> => {
  const { platform, meter } = own;
  const table = platform.audit(meter);
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const read = await readChains(table, tenant, announcements);
    const chains = await Promise.all(read.map((chain) => archiveChain(platform.services.archive, chain)));
    await publishRecords(platform.services.bus, chains.flatMap(unannouncedIn));
    const measure = (some: readonly Appendable[]): void => measureRecords(platform, some);
    if (await advanceHeads(table, tenant, chains, measure)) return chains;
    const [byte = 0] = platform.random(1);
    await platform.wait((jitterMsMax * 2 ** attempt * byte) / 255);
  }
  throw new Error(`The audit of ${tenant} lost ${attemptsMax} races; the batch comes again.`);
};

const appendBatch = async (own: Own, batch: Batch): Promise<readonly string[]> => {
  const chains = await appendUntilDone(own, batch);
  for (const chain of chains) await alertBreaks(own, batch.tenant, chain);
  return chains.flatMap(failedIn).map(({ event }) => event.id);
};

/** A batch is as old as what waited longest in it. */
const oldestOf = (announcements: readonly Announcement[]): string | undefined =>
  announcements.map(({ event }) => event.time).toSorted()[0];

/** Appends one tenant's part of a batch and writes its line. What fails as a whole comes again as a whole. */
const appendAndLog = async (platform: Platform, batch: Batch): Promise<readonly string[]> => {
  const { tenant, announcements } = batch;
  const [first] = announcements;
  const line = {
    operation: audit.subscribers.appendRecords.id,
    eventId: first?.event.id ?? '',
    requestId: first?.event.requestid ?? '',
    tenant,
    eventTime: oldestOf(announcements),
    startedAt: performance.now(),
    wall: platform.clock.wall(),
    meter: { read: 0, write: 0 },
  };
  try {
    const failed = await appendBatch({ platform, meter: line.meter }, batch);
    platform.log({ ...reactionLine({ ...line, outcome: failed.length > 0 ? 'failed' : 'ok' }), failed: failed.length });
    return failed;
  } catch (thrown) {
    const bug = thrown instanceof Error ? thrown.message : String(thrown);
    platform.log({ ...reactionLine({ ...line, outcome: 'failed' }), bug });
    return announcements.map(({ event }) => event.id);
  }
};

/** One that makes no sense can be nobody's history. It goes to the dead-letter queue, which has an alarm. */
const reportUnreadable = (platform: Platform, event: CloudEvent): string => {
  platform.log({ level: 'error', operation: 'appendRecords', eventId: event.id, bug: 'The event holds no record.' });
  return event.id;
};

export const subscriber = subscribeBatch(audit.subscribers.appendRecords, async (events, platform) => {
  const read = events.map((event) => ({ event, announcement: announcementOf(event) }));
  const unreadable = read.flatMap(({ event, announcement }) =>
    announcement === undefined ? [reportUnreadable(platform, event)] : [],
  );
  const byTenant = Map.groupBy(
    read.flatMap(({ announcement }) => announcement ?? []),
    ({ ref }) => ref.tenant,
  );
  const failed = [...unreadable];
  for (const [tenant, announcements] of byTenant)
    failed.push(...(await appendAndLog(platform, { tenant, announcements })));
  return failed;
});
