import { objectOf } from '../../domain/audit/object-of.ts';
import { Recorded } from '../../domain/audit/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { RootRef, StoredRecord } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { proveInclusion } from './prove-inclusion.ts';

const contract = audit.endpoints.getProof;

const wholeChain = async (ports: PortsOf<typeof contract>, root: RootRef): Promise<readonly StoredRecord[]> => {
  const chain: StoredRecord[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await ports.history(root, { cursor, limit: 50 });
    chain.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return chain;
};

export const endpoint = implement(contract, async ({ tenant, params, wall, ports }) => {
  const { objectId } = params;
  const { kind, root } = objectOf(objectId);
  if (kind === 'claim' && (await ports.load({ claim: objectId })).claim === undefined)
    return refuse('object-not-found', { objectId });

  // Mark, head, chain: what is read first lies within what is read later, however fast others write.
  const mark = await ports.checkpointMark();
  const audited = await ports.auditedHead(root);
  const chain = await wholeChain(ports, root);
  const last = chain.at(-1);
  if (last === undefined) return refuse('object-not-found', { objectId });

  const head = { seq: last.record.seq, hash: last.hash };
  const inclusion = await proveInclusion(ports.evidence, tenant, { head: audited, mark });
  return accept({
    objectId,
    aggregate: { kind: root.kind, id: root.id },
    records: chain.map(({ record, hash }) => ({ record: Recorded.parse(record), hash })),
    head,
    auditedHead: { seq: audited.seq, hash: audited.hash },
    statement: await ports.signer.sign({ objectId, ...head, at: wall }, 'history-proof+jwt'),
    ...(inclusion !== undefined && { inclusion }),
  });
});
