import { type TilePlace, tileWidth } from '../../domain/audit/merkle/tiles.ts';
import { canonicalJson } from '../_kit/record.ts';

/**
 * Where evidence lies in the write-once archive, and as which bytes. The offline verifier reads by the same names.
 */
export const recordName = (tenant: string, root: { readonly kind: string; readonly id: string }, seq: number): string =>
  `records/${tenant}/${root.kind}/${root.id}/${seq}.json`;

export const recordText = (recorded: { readonly record: object; readonly hash: string }): string =>
  canonicalJson({ hash: recorded.hash, record: recorded.record });

/**
 * A tile of the tenant's tree. While it is not full its width stands in its name (C2SP tlog-tiles), so that a tree
 * that grows never meets other bytes under a name.
 */
export const tileName = (tenant: string, { level, index, width }: TilePlace): string =>
  `tiles/${tenant}/${level}/${index}${width < tileWidth ? `/${width}` : ''}.json`;

export const tileText = (hashes: readonly string[]): string => canonicalJson(hashes);

export const checkpointName = (tenant: string, number: number): string => `checkpoints/${tenant}/${number}.json`;

export const checkpointText = (statement: string): string => canonicalJson({ statement });
