import { describe, expect, it } from 'vitest';
import { isCommand } from '../../../../functions/_kit/contract.ts';
import { loadCapabilities } from '../../../../functions/_kit/load-capabilities.ts';
import { table } from '../../../../sdk/generated/table.ts';
import type { Row } from '../../../../sdk/operation.ts';
import type { Document, Entry } from '../../../../tools/generate/sdk/document.ts';
import { assertNoNameTwice } from '../../../../tools/generate/sdk/operation-file.ts';

const contracts = (await loadCapabilities()).flatMap(({ endpoints }) => Object.values(endpoints));
const rows: Readonly<Record<string, Row>> = table;

describe('the table of operations', () => {
  it('has every operation but the one that a payment provider calls', () => {
    const called = contracts.filter(({ caller }) => caller !== 'provider').map(({ id }) => id);
    expect(Object.keys(table).toSorted()).toEqual(called.toSorted());
    expect(contracts.length - called.length).toBe(1);
  });
  it.each(contracts.filter(({ caller }) => caller !== 'provider'))('asks $id as its contract has it', (contract) => {
    const row = rows[contract.id];
    expect([row?.method, row?.success, row?.kind === 'command', row?.previews]).toEqual([
      ...[contract.method, contract.success, isCommand(contract), contract.previews],
    ]);
    expect(row?.open === true).toBe(!['partner', 'staff'].includes(contract.caller));
  });
  it('takes all that an operation is asked as one object, so no name may stand in two places', () => {
    const entry = {
      ...{ id: 'bindTwice', method: 'POST', path: '/v1/twice/{policyId}' },
      operation: {
        parameters: [{ in: 'path', name: 'policyId', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { properties: { policyId: { type: 'string' } } } } } },
      },
    } as unknown as Entry;
    expect(() => assertNoNameTwice({} as Document, entry)).toThrow('bindTwice takes policyId in two places');
  });
});
