import { rootOf } from '../../domain/audit/merkle/grow.ts';
import type { Checkpoint } from '../../domain/audit/schema.ts';
import {
  followsOn,
  isOnlyTelling,
  isUnchanged,
  nextCheckpoint,
  ownEntriesMax,
} from '../../domain/audit/sign-checkpoint.ts';
import { sha256OfHex } from '../_kit/crypto.ts';
import { schedule } from '../_kit/implement.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import type { AuditStore, CheckpointMark } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { checkpointName, checkpointText } from './evidence.ts';
import { growTo, signedBorder } from './grow-tree.ts';
import { checkpointHash, readCheckpoint } from './read-checkpoint.ts';
import { tellOf } from './tell-of-checkpoint.ts';

/**
 * The checkpoint that an attempt before left in the archive and could not mark: it stands, for nothing there changes.
 */
const standing = async (platform: Platform, last: CheckpointMark | undefined, given: Given) => {
  const { tenant } = given;
  const number = (last?.number ?? 0) + 1;
  const found = await readCheckpoint(platform.services.archive, tenant, number);
  if (found !== undefined && !followsOn(last, found.checkpoint, given))
    throw new Error(`The archive holds a checkpoint ${checkpointName(tenant, number)} that does not follow ours.`);
  return found;
};
type Given = { readonly tenant: string; readonly feedEnd: number };
type Own = { readonly platform: Platform; readonly meter: Meter };

/** Signs a new checkpoint and archives it; undefined when another attempt was faster. */
const sign = async ({ services: { archive, signer } }: Platform, checkpoint: Checkpoint) => {
  const statement = await signer.sign(checkpoint, 'checkpoint+jwt');
  const written = await archive.write(checkpointName(checkpoint.tenant, checkpoint.number), checkpointText(statement));
  return written === 'different' ? undefined : { checkpoint, statement };
};

/** Whether there is anything to sign: whatever the feed holds behind the last checkpoint but the telling of it. */
const isQuiet = async (table: AuditStore, last: CheckpointMark | undefined, given: Given) => {
  const { tenant, feedEnd } = given;
  if (isUnchanged(last, feedEnd)) return true;
  const since = last?.feedEnd ?? 0;
  return feedEnd - since <= ownEntriesMax && isOnlyTelling(await table.feed(tenant, since, feedEnd - since));
};

const signFor = async (own: Own, tenant: string): Promise<void> => {
  const { platform, meter } = own;
  const { services } = platform;
  const table = platform.audit(meter);
  const last = await table.checkpoint(tenant);
  const { position: feedEnd } = await table.feedEnd(tenant);
  if (await isQuiet(table, last, { tenant, feedEnd })) return;

  const found = await standing(platform, last, { tenant, feedEnd });
  const signed = await signedBorder(services.archive, tenant, last);
  const end = found?.checkpoint.feedEnd ?? feedEnd;
  const grown = await growTo({ audit: table, archive: services.archive }, tenant, signed, end);
  const root = rootOf(sha256OfHex, grown);
  const wanted = nextCheckpoint(last, { tenant, at: platform.clock.wall(), feedEnd: end, root });
  const stands = found ?? (await sign(platform, wanted));
  // Whoever was faster left one that stands by now.
  if (stands === undefined) return signFor(own, tenant);
  const { checkpoint } = stands;
  if (checkpoint.root !== root)
    throw new Error(`Checkpoint ${checkpoint.number} of ${tenant} signed another tree than the feed gives.`);
  // Told before it is marked: an attempt that ends in between is taken over, and tells of it under the same key.
  await tellOf(own, stands);
  await table.moveCheckpoint(tenant, last, {
    number: checkpoint.number,
    hash: checkpointHash(checkpoint),
    feedEnd: end,
  });
};

export const entry = schedule(audit.schedules.signCheckpoint, async (platform, meter) => {
  const failures: unknown[] = [];
  for (const tenant of await platform.audit(meter).tenants()) {
    // One tenant whose checkpoint fails keeps no other from theirs.
    await signFor({ platform, meter }, tenant).catch((thrown: unknown) => failures.push(thrown));
  }
  if (failures.length === 0) return;
  const why = failures.map((thrown) => (thrown instanceof Error ? thrown.message : String(thrown))).join(' ');
  throw new AggregateError(failures, `${failures.length} tenants have no new checkpoint: ${why}`);
});
