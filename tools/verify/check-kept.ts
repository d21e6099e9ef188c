import { checkpointEvents } from '../../domain/audit/events/schema.ts';
import { verifyConsistency } from '../../domain/audit/merkle/verify-consistency.ts';
import { type Checkpoint, SignedCheckpoint } from '../../domain/audit/schema.ts';
import { sha256OfHex } from '../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { checkpointHash } from '../../functions/audit/read-checkpoint.ts';
import { checkRoot } from './check-checkpoints.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import { openCheckpoint, type TenantCheckpoints } from './read-checkpoints.ts';
import type { Opener } from './statement.ts';
import type { Trees } from './tree.ts';

const whereOf = ({ number, tenant }: Checkpoint): string => `kept checkpoint ${number} of ${tenant}`;

const checkSigned = async (checkpoint: Checkpoint, statement: string, open: Opener): Promise<readonly Finding[]> => {
  const signed = await openCheckpoint(statement, open);
  const same = signed !== undefined && canonicalJson(signed.checkpoint) === canonicalJson(checkpoint);
  return unless(same, whereOf(checkpoint), 'No key of the set signed this checkpoint.');
};

const checkConsistency = ({ checkpoint, consistency }: SignedCheckpoint): readonly Finding[] => {
  if (consistency === undefined) return [];
  const { since, path } = consistency;
  const holds =
    since.tenant === checkpoint.tenant &&
    since.number <= checkpoint.number &&
    (since.number < checkpoint.number || canonicalJson(since) === canonicalJson(checkpoint)) &&
    verifyConsistency(sha256OfHex, {
      ...{ first: since.feedEnd, second: checkpoint.feedEnd },
      ...{ firstRoot: since.root, secondRoot: checkpoint.root, path },
    });
  return unless(
    holds,
    whereOf(checkpoint),
    `It does not begin with checkpoint ${since.number}: history was rewritten.`,
  );
};

/** Two checkpoints under one number would be two histories. */
const checkForks = (all: readonly Checkpoint[]): readonly Finding[] =>
  [...Map.groupBy(all, whereOf).entries()].flatMap(([where, some]) =>
    unless(new Set(some.map(canonicalJson)).size === 1, where, 'It was signed twice, with different histories.'),
  );

/** The checkpoints that answers hold: each and, where it has a proof, the older one that it leads from. */
export const checkpointsIn = (kept: readonly SignedCheckpoint[]): readonly Checkpoint[] =>
  kept.flatMap(({ checkpoint, consistency }) => [
    checkpoint,
    ...(consistency === undefined ? [] : [consistency.since]),
  ]);

export type Held = { readonly trees: Trees; readonly checkpoints: ReadonlyMap<string, TenantCheckpoints> };

/** The book still begins with what was signed then, and still has the checkpoint itself. */
const checkHeld = (one: Checkpoint, { trees, checkpoints }: Held): readonly Finding[] => {
  const signed = checkpoints.get(one.tenant)?.found[one.number - 1]?.signed;
  return [
    ...unless(signed?.hash === checkpointHash(one), whereOf(one), 'The archive lacks it, or holds another.'),
    ...checkRoot(whereOf(one), one, trees.get(one.tenant)),
  ];
};

/** What somebody kept: an answer of `getCheckpoint`, or the event that told of a checkpoint, whole. */
const keptIn = (one: unknown): SignedCheckpoint | undefined => {
  const { type, data } = Object(one);
  if (type !== 'checkpoint.signed') return SignedCheckpoint.safeParse(one).data;
  const told = checkpointEvents['checkpoint.signed'].safeParse(data).data;
  return told === undefined ? undefined : { checkpoint: told.checkpoint, statement: told.statement };
};

/**
 * Verifies answers of `getCheckpoint` and events that somebody kept: with nothing but the published keys, and against a
 * book where there is one.
 */
export const checkKept = async (given: readonly unknown[], open: Opener, held?: Held): Promise<Result> => {
  const read = given.map(keptIn);
  const kept = read.filter((one) => one !== undefined);
  const findings: Finding[] = kept.length < read.length ? [finding('kept', 'A file holds no checkpoint.')] : [];
  for (const one of kept) {
    const { checkpoint, statement, consistency } = one;
    findings.push(...(await checkSigned(checkpoint, statement, open)), ...checkConsistency(one));
    if (consistency !== undefined)
      findings.push(...(await checkSigned(consistency.since, consistency.statement, open)));
  }
  const all = checkpointsIn(kept);
  findings.push(...checkForks(all));
  if (held !== undefined) findings.push(...all.flatMap((one) => checkHeld(one, held)));
  return { check: 'kept', looked: all.length, findings };
};
