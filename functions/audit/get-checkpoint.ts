import { consistencySpans } from '../../domain/audit/merkle/prove.ts';
import { verifyConsistency } from '../../domain/audit/merkle/verify-consistency.ts';
import type { Checkpoint } from '../../domain/audit/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { sha256OfHex } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import type { Evidence } from '../_kit/services.ts';
import { audit } from './contract.ts';
import { mustRead } from './read-checkpoint.ts';
import { readSpans } from './read-tree.ts';

/** The hashes that lead from one tree to the other; what does not hold is never handed out as a proof. */
const pathBetween = async (evidence: Evidence, older: Checkpoint, newer: Checkpoint): Promise<readonly string[]> => {
  const { tenant, feedEnd: second, root: secondRoot } = newer;
  const { feedEnd: first, root: firstRoot } = older;
  const path = await readSpans(evidence, { tenant, size: second }, consistencySpans(first, second));
  if (!verifyConsistency(sha256OfHex, { first, second, firstRoot, secondRoot, path }))
    throw new Error(`Checkpoint ${newer.number} of ${tenant} does not begin with checkpoint ${older.number}.`);
  return path;
};

export const endpoint = implement(audit.endpoints.getCheckpoint, async ({ tenant, params, query, ports }) => {
  const newest = (await ports.checkpointMark())?.number ?? 0;
  const number = params.number === 'latest' ? newest : Number(params.number);
  if (number < 1 || number > newest) return refuse('checkpoint-not-found', { checkpoint: params.number });
  const { since } = query;
  if (since !== undefined && since > number) return refuse('checkpoint-not-older', { since, checkpoint: number });

  const { checkpoint, statement } = await mustRead(ports.evidence, tenant, number);
  if (since === undefined) return accept({ checkpoint, statement });
  const older = await mustRead(ports.evidence, tenant, since);
  const path = await pathBetween(ports.evidence, older.checkpoint, checkpoint);
  return accept({ checkpoint, statement, consistency: { since: older.checkpoint, statement: older.statement, path } });
});
