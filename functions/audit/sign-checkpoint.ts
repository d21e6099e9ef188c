import { Checkpoint } from '../../domain/audit/schema.ts';
import { headList, isUnchanged, nextCheckpoint } from '../../domain/audit/sign-checkpoint.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { schedule } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { canonicalJson } from '../_kit/record.ts';
import type { AuditedHead } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { checkpointName, checkpointText, headsName } from './evidence.ts';

const everyHead = async (platform: Platform, tenant: string): Promise<readonly AuditedHead[]> => {
  const heads: AuditedHead[] = [];
  let after: string | undefined;
  do {
    const page = await platform.audit.allHeads(tenant, after);
    heads.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return heads;
};

const payloadOf = (text: string): unknown => {
  const { statement } = JSON.parse(text);
  return JSON.parse(Buffer.from(String(statement).split('.')[1] ?? '', 'base64url').toString());
};

/** The checkpoint that an attempt before left in the archive and could not mark: it stands, for nothing there changes. */
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
  // Read before the heads, so that every entry up to here is behind one of them.
  const feedEnd = await platform.audit.feedEnd(tenant);
  if (isUnchanged(last, feedEnd)) return;

  const heads = canonicalJson(headList(await everyHead(platform, tenant)));
  const headsHash = sha256Hex(heads);
  await archive.write(headsName(tenant, headsHash), heads);
  const wanted = nextCheckpoint(last, { tenant, at: platform.clock.wall(), feedEnd, headsHash });
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
