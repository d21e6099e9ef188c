import { inclusionSpans } from '../../domain/audit/merkle/prove.ts';
import { verifyInclusion } from '../../domain/audit/merkle/verify-inclusion.ts';
import { sha256OfHex } from '../_kit/crypto.ts';
import type { Evidence } from '../_kit/services.ts';
import type { AuditedHead, CheckpointMark } from '../_kit/store.ts';
import { mustRead } from './read-checkpoint.ts';
import { leafOf, readSpans } from './read-tree.ts';

/**
 * The proof that a checkpoint covers an audited head; undefined while none does. What does not hold is never handed
 * out as a proof.
 */
export const proveInclusion = async (
  evidence: Evidence,
  tenant: string,
  { head, mark }: { readonly head: AuditedHead; readonly mark: CheckpointMark | undefined },
) => {
  const { aggregate, id, seq, hash, position } = head;
  if (mark === undefined || hash === null || position < 1 || position > mark.feedEnd) return undefined;
  const { checkpoint, statement } = await mustRead(evidence, tenant, mark.number);
  const [leafIndex, treeSize] = [position - 1, checkpoint.feedEnd];
  const path = await readSpans(evidence, { tenant, size: treeSize }, inclusionSpans(leafIndex, treeSize));
  const leaf = leafOf({ aggregate, id, seq, hash });
  if (!verifyInclusion(sha256OfHex, { index: leafIndex, size: treeSize, leaf, path, root: checkpoint.root }))
    throw new Error(`Checkpoint ${mark.number} of ${tenant} does not cover ${id}.${seq} at position ${position}.`);
  return { leafIndex, treeSize, path, statement };
};
