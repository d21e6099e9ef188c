import { Checkpoint, type SignedWindow } from '../../domain/audit/schema.ts';
import { isUnchanged, nextCheckpoint, signedWindow } from '../../domain/audit/sign-checkpoint.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { schedule } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { canonicalJson } from '../_kit/record.ts';
import type { FeedEntry } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { checkpointName, checkpointText, windowName } from './evidence.ts';

const pageMax = 1000;

/** The feed between two positions, from the first one on and up to the last. */
const feedBetween = async (platform: Platform, tenant: string, from: number, to: number): Promise<SignedWindow> => {
  const entries: FeedEntry[] = [];
  for (let at = from; at < to; at = entries.at(-1)?.position ?? to)
    entries.push(...(await platform.audit.feed(tenant, at, Math.min(pageMax, to - at))));
  if (entries.length !== to - from) throw new Error(`The feed of ${tenant} has gaps between ${from} and ${to}.`);
  return signedWindow(entries);
};

const payloadOf = (text: string): unknown => {
  const { statement } = JSON.parse(text);
  return JSON.parse(Buffer.from(String(statement).split('.')[1] ?? '', 'base64url').toString());
};

/**
 * The checkpoint that an attempt before left in the archive and could not mark: it stands, for nothing there changes.
 */
const standing = async (platform: Platform, wanted: Checkpoint): Promise<Checkpoint> => {
  const name = checkpointName(wanted.tenant, wanted.number);
  const found = Checkpoint.parse(payloadOf((await platform.services.archive.read(name)) ?? '{}'));
  const follows = found.tenant === wanted.tenant && found.previous === wanted.previous;
  if (!follows || found.number !== wanted.number || found.feedEnd > wanted.feedEnd)
    throw new Error(`The archive holds a checkpoint ${name} that does not follow ours.`);
  return found;
};

const signFor = async (platform: Platform, tenant: string): Promise<void> => {
  const { archive, signer } = platform.services;
  const last = await platform.audit.checkpoint(tenant);
  const feedEnd = await platform.audit.feedEnd(tenant);
  if (isUnchanged(last, feedEnd)) return;

  const window = canonicalJson(await feedBetween(platform, tenant, last?.feedEnd ?? 0, feedEnd));
  const windowHash = sha256Hex(window);
  await archive.write(windowName(tenant, windowHash), window);
  const wanted = nextCheckpoint(last, { tenant, at: platform.clock.wall(), feedEnd, windowHash });
  const statement = await signer.sign(wanted, 'checkpoint+jwt');
  const written = await archive.write(checkpointName(tenant, wanted.number), checkpointText(statement));
  const stands = written === 'different' ? await standing(platform, wanted) : wanted;
  const hash = sha256Hex(canonicalJson(stands));
  await platform.audit.moveCheckpoint(tenant, last, { number: stands.number, hash, feedEnd: stands.feedEnd });
};

export const entry = schedule(audit.schedules.signCheckpoint, async (platform) => {
  const failures: unknown[] = [];
  for (const tenant of await platform.audit.tenants()) {
    // One tenant whose checkpoint fails keeps no other from theirs.
    await signFor(platform, tenant).catch((thrown: unknown) => failures.push(thrown));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} tenants have no new checkpoint.`);
});
