import type { BreakReason } from '../../domain/audit/plan-appends.ts';
import type { Archive } from '../_kit/services.ts';
import { recordName, recordText } from './evidence.ts';
import type { Appendable, Chain } from './read-chains.ts';

const archiveOne = (archive: Archive, { record, hash }: Appendable) =>
  archive.write(
    recordName(record.tenant, { kind: record.aggregate, id: record.id }, record.seq),
    recordText({ record, hash }),
  );

/**
 * Writes what a chain is about to append into the archive, before any head moves: what is audited is always archived.
 * Other bytes under a taken name break the chain there.
 */
export const archiveChain = async (archive: Archive, chain: Chain): Promise<Chain> => {
  const { appends } = chain.plan;
  const written = await Promise.all(appends.map((one) => archiveOne(archive, one)));
  const at = written.indexOf('different');
  const first = appends[at];
  if (first === undefined) return chain;
  const reason: BreakReason = 'archive-differs';
  const { seq } = first.record;
  return {
    ...chain,
    plan: { ...chain.plan, appends: appends.slice(0, at), reached: seq - 1, broken: { seq, reason } },
  };
};
