import type { OperationRecord } from '../../../functions/_kit/record.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import type { Item } from '../../../functions/_storage/codec.ts';
import { PutCommand } from '../../../functions/_storage/commands.ts';
import { claimItem, operationItem, stateItem } from '../../../functions/_storage/items.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';

export type Sold = { customerId: string; reference: string; status: string; createdAt: string };
export type Reported = { policyId: string; status: string; reportedAt: string };

const hash = '00'.repeat(32);
const idOf = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(26, '0')}`;
export const customerOf = (number: number): string => idOf('cus', number);

/** Policies and claims written item by item, as a commit leaves them, so that a test can have many and change them. */
export const aBook = (tenant = 'shop-a') => {
  const engine = createInProcessEngine(tableDefinition);
  const client = engine.client as TableClient;
  const meter = { read: 0, write: 0 };
  const policies = new Map<string, Sold>();
  const claims = new Map<string, Reported>();
  const put = (item: Item) => client.send(new PutCommand({ TableName: tableDefinition.tableName, Item: item }));

  const recordOf = (id: string, { customerId, reference, createdAt }: Sold) => {
    const events = [{ type: 'policy.bound', data: { terms: { customerId, reference } } }];
    return { tenant, aggregate: 'policy', id, seq: 1, recordedAt: createdAt, events } as unknown as OperationRecord;
  };
  const putState = (id: string, sold: Sold) => {
    const { createdAt, status } = sold;
    const before = { id, createdAt, seq: 1, head: hash, recordedAt: createdAt, state: {}, due: undefined };
    const own = [...claims.keys()].filter((claimId) => claims.get(claimId)?.policyId === id);
    const state = { policyId: id, status, claims: own.map((claimId) => ({ claimId })) };
    const record = recordOf(id, sold);
    return put(stateItem(tenant, { kind: 'policy', before, state, record, hash, due: undefined, queue: undefined }));
  };

  const sell = async (sold: Sold): Promise<string> => {
    const id = idOf('pol', policies.size + 1);
    policies.set(id, sold);
    await put(operationItem(tenant, { kind: 'policy', record: recordOf(id, sold), hash }));
    await putState(id, sold);
    return id;
  };
  const movePolicy = async (id: string, status: string): Promise<void> => {
    const sold = policies.get(id);
    if (sold === undefined) return;
    sold.status = status;
    await putState(id, sold);
  };
  const putClaim = (id: string, claim: Reported) => {
    const state = { claimId: id, ...claim };
    return put(claimItem(tenant, { id, state, queue: undefined }, { seq: 1, recordedAt: claim.reportedAt }));
  };
  const report = async (claim: Reported): Promise<string> => {
    const number = [...claims.values()].filter(({ policyId }) => policyId === claim.policyId).length + 1;
    const id = `clm_${claim.policyId.slice(4)}${String(number).padStart(3, '0')}`;
    claims.set(id, claim);
    await putClaim(id, claim);
    const sold = policies.get(claim.policyId);
    if (sold !== undefined) await putState(claim.policyId, sold);
    return id;
  };
  const moveClaim = async (id: string, status: string): Promise<void> => {
    const claim = claims.get(id);
    if (claim === undefined) return;
    claim.status = status;
    await putClaim(id, claim);
  };
  return {
    engine,
    client,
    meter,
    store: tableStore(client)(meter),
    policies,
    claims,
    sell,
    movePolicy,
    report,
    moveClaim,
  };
};
