import type { JSONWebKeySet } from 'jose';
import { objectOf } from '../../domain/audit/object-of.ts';
import { Proof, ProofStatement } from '../../domain/audit/schema.ts';
import { type Book, chainName } from './book.ts';
import { checkChain } from './check-chain.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import { openStatement } from './statement.ts';

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

const checkStatement = async (proof: Proof, jwks: JSONWebKeySet): Promise<readonly Finding[]> => {
  const said = ProofStatement.safeParse(await openStatement(proof.statement, 'history-proof+jwt', jwks));
  if (!said.success) return [finding(proof.objectId, 'No key of the set signed this statement.')];
  const { objectId, seq, hash } = said.data;
  const same = objectId === proof.objectId && seq === proof.head.seq && hash === proof.head.hash;
  return unless(same, objectId, 'The signed statement speaks of another head.');
};

/** Verifies the answer of `getProof` with nothing but the published keys. */
export const checkProof = async (given: unknown, jwks: JSONWebKeySet): Promise<Result> => {
  const parsed = Proof.safeParse(given);
  if (!parsed.success)
    return { check, looked: 0, findings: [finding('proof', 'The file holds no proof of a history.')] };
  const proof = parsed.data;
  const findings = [...checkChain(keptOf(proof)), ...checkHeads(proof), ...(await checkStatement(proof, jwks))];
  return { check, looked: proof.records.length, findings };
};

/** A proof in the hands of a partner is a witness: what it shows must still stand in the book. */
export const checkWitness = (given: unknown, book: Book): Result => {
  const proof = Proof.safeParse(given).data;
  const [first] = proof?.records ?? [];
  if (proof === undefined || first === undefined) return { check: 'witness', looked: 0, findings: [] };
  const name = chainName({ tenant: first.record.tenant, aggregate: proof.aggregate.kind, id: proof.aggregate.id });
  const { seq, hash } = proof.head;
  const stands = book.records.some((line) => chainName(line) === name && line.seq === seq && line.hash === hash);
  return {
    check: 'witness',
    looked: 1,
    findings: unless(stands, proof.objectId, `The book lacks record ${seq}, which we once proved to a partner.`),
  };
};
