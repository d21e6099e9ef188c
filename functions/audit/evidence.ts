import { canonicalJson } from '../_kit/record.ts';

/**
 * Where evidence lies in the write-once archive, and as which bytes. The offline verifier reads by the same names.
 */
export const recordName = (tenant: string, root: { readonly kind: string; readonly id: string }, seq: number): string =>
  `records/${tenant}/${root.kind}/${root.id}/${seq}.json`;

export const recordText = (recorded: { readonly record: object; readonly hash: string }): string =>
  canonicalJson({ hash: recorded.hash, record: recorded.record });

/** What a checkpoint signs is named by its own hash, so that a repeated attempt never meets other bytes. */
export const windowName = (tenant: string, hash: string): string => `windows/${tenant}/${hash}.json`;

export const checkpointName = (tenant: string, number: number): string => `checkpoints/${tenant}/${number}.json`;

export const checkpointText = (statement: string): string => canonicalJson({ statement });
