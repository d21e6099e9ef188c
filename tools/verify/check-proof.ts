import { verifyInclusion } from '../../domain/audit/merkle/verify-inclusion.ts';
import { objectOf } from '../../domain/audit/object-of.ts';
import { Proof, ProofStatement } from '../../domain/audit/schema.ts';
import { sha256OfHex } from '../../functions/_kit/crypto.ts';
import { leafOf } from '../../functions/audit/read-tree.ts';
import { type Book, chainName } from './book.ts';
import { checkChain } from './check-chain.ts';
import { checkRoot } from './check-checkpoints.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import { openCheckpoint } from './read-checkpoints.ts';
import type { Opener } from './statement.ts';
import type { Trees } from './tree.ts';

const check = 'proof';

const keptOf = ({ records, aggregate }: Proof) =>
  records.map(({ record, hash }) => ({
    tenant: records[0]?.record.tenant ?? '',
    aggregate: aggregate.kind,
    id: aggregate.id,
    seq: record.seq,
    hash,
    record,
  }));

const checkHeads = ({ objectId, aggregate, records, head, auditedHead }: Proof): readonly Finding[] => {
  const last = records.at(-1);
  const audited = auditedHead.seq === 0 ? null : records.find(({ record }) => record.seq === auditedHead.seq)?.hash;
  const { root } = objectOf(objectId);
  return [
    ...unless(last?.record.seq === head.seq && last.hash === head.hash, objectId, 'The head is not the last record.'),
    ...unless(audited === auditedHead.hash, objectId, 'The audited head is no record of the chain.'),
    ...unless(root.kind === aggregate.kind && root.id === aggregate.id, objectId, 'The chain tells of another object.'),
  ];
};

const checkStatement = async (proof: Proof, open: Opener): Promise<readonly Finding[]> => {
  const said = ProofStatement.safeParse(await open(proof.statement, 'history-proof+jwt'));
  if (!said.success) return [finding(proof.objectId, 'No key of the set signed this statement.')];
  const { objectId, seq, hash } = said.data;
  const same = objectId === proof.objectId && seq === proof.head.seq && hash === proof.head.hash;
  return unless(same, objectId, 'The signed statement speaks of another head.');
};

/** The audited head stands in the tree that a checkpoint signed; a proof made before there was one has none. */
const checkInclusion = async (proof: Proof, open: Opener): Promise<readonly Finding[]> => {
  const { objectId, aggregate, auditedHead, records, inclusion } = proof;
  if (inclusion === undefined) return [];
  const { leafIndex: index, treeSize: size, path } = inclusion;
  const checkpoint = (await openCheckpoint(inclusion.statement, open))?.checkpoint;
  if (checkpoint === undefined) return [finding(objectId, 'No key of the set signed the checkpoint that covers it.')];
  const { tenant, feedEnd, root } = checkpoint;
  const leaf = leafOf({ aggregate: aggregate.kind, id: aggregate.id, ...auditedHead, hash: auditedHead.hash ?? '' });
  const stands =
    tenant === records[0]?.record.tenant &&
    feedEnd === size &&
    verifyInclusion(sha256OfHex, { index, size, leaf, path, root });
  return unless(stands, objectId, 'The checkpoint does not cover the audited head.');
};

/** Verifies the answer of `getProof` with nothing but the published keys, which `open` knows. */
export const checkProof = async (given: unknown, open: Opener): Promise<Result> => {
  const parsed = Proof.safeParse(given);
  if (!parsed.success)
    return { check, looked: 0, findings: [finding('proof', 'The file holds no proof of a history.')] };
  const proof = parsed.data;
  const findings = [
    ...checkChain(keptOf(proof)),
    ...checkHeads(proof),
    ...(await checkStatement(proof, open)),
    ...(await checkInclusion(proof, open)),
  ];
  return { check, looked: proof.records.length, findings };
};

type Held = { readonly book: Book; readonly trees: Trees; readonly open: Opener };

/**
 * A proof in the hands of a partner is a witness: what it shows must still stand in the book, and so must the tree of
 * the checkpoint that covered it.
 */
export const checkWitness = async (given: unknown, { book, trees, open }: Held): Promise<Result> => {
  const proof = Proof.safeParse(given).data;
  const [first] = proof?.records ?? [];
  if (proof === undefined || first === undefined) return { check: 'witness', looked: 0, findings: [] };
  const name = chainName({ tenant: first.record.tenant, aggregate: proof.aggregate.kind, id: proof.aggregate.id });
  const { seq, hash } = proof.head;
  const stands = book.records.some((line) => chainName(line) === name && line.seq === seq && line.hash === hash);
  const covering = await openCheckpoint(proof.inclusion?.statement, open);
  return {
    check: 'witness',
    looked: 1,
    findings: [
      ...unless(stands, proof.objectId, `The book lacks record ${seq}, which we once proved to a partner.`),
      ...(covering === undefined
        ? []
        : checkRoot(proof.objectId, covering.checkpoint, trees.get(covering.checkpoint.tenant))),
    ],
  };
};
