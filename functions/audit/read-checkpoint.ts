import { ArchivedCheckpoint, Checkpoint } from '../../domain/audit/schema.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { canonicalJson } from '../_kit/record.ts';
import type { Evidence } from '../_kit/services.ts';
import { checkpointName } from './evidence.ts';

/** A checkpoint as it was signed, and the signed statement itself. */
export type Signed = { readonly checkpoint: Checkpoint; readonly statement: string };

const payloadOf = (statement: string): unknown =>
  JSON.parse(Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString());

/** What a checkpoint is known by to the one after it, and to the mark in the table. */
export const checkpointHash = (checkpoint: Checkpoint): string => sha256Hex(canonicalJson(checkpoint));

/** A checkpoint out of the archive; undefined where there is none. Signatures are checked by who does not trust us. */
export const readCheckpoint = async (
  evidence: Evidence,
  tenant: string,
  number: number,
): Promise<Signed | undefined> => {
  const text = await evidence.read(checkpointName(tenant, number));
  if (text === undefined) return undefined;
  const { statement } = ArchivedCheckpoint.parse(JSON.parse(text));
  return { checkpoint: Checkpoint.parse(payloadOf(statement)), statement };
};

/** The checkpoint that must be there, as the table or the one after it names it. */
export const mustRead = async (evidence: Evidence, tenant: string, number: number): Promise<Signed> => {
  const signed = await readCheckpoint(evidence, tenant, number);
  if (signed?.checkpoint.tenant !== tenant || signed.checkpoint.number !== number)
    throw new Error(`The archive lacks checkpoint ${number} of ${tenant}, or holds another under its name.`);
  return signed;
};
