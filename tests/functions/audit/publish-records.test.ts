import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import { hashOf, type OperationRecord } from '../../../functions/_kit/record.ts';
import { publishRecords } from '../../../functions/audit/publish-records.ts';

const record = (id: string): OperationRecord => ({
  v: 1,
  ...{ tenant: 'shop-a', aggregate: 'policy', id, seq: 1, operation: 'bindPolicy', requestId: 'req_1', prev: null },
  ...{ recordedAt: '2026-11-23T08:00:00.000Z', businessAt: '2026-11-23T08:00:00.000Z' },
  actor: { kind: 'partner', id: 'client-1' },
  events: [{ type: 'policy.bound', data: {} }],
  postings: [],
});
const stored = ['pol_a', 'pol_b'].map((id) => ({ record: record(id), hash: hashOf(record(id)) }));

/** A bus that takes so many requests and then no more. */
const busOf = (takes: number) => {
  const requests: (readonly CloudEvent[])[] = [];
  const publish = async (events: readonly CloudEvent[]): Promise<void> => {
    if (requests.length === takes) throw new Error('The bus is away.');
    requests.push(events);
  };
  return { bus: { publish }, ids: () => requests.map((events) => events.map(({ id }) => id)) };
};

describe('publishRecords', () => {
  it('tells what happened before it announces the records', async () => {
    const { bus, ids } = busOf(2);
    await publishRecords(bus, stored);
    expect(ids()).toEqual([
      ['pol_a.1.1', 'pol_b.1.1'],
      ['pol_a.1.0', 'pol_b.1.0'],
    ]);
  });

  it('announces no record whose events the bus did not take', async () => {
    const { bus, ids } = busOf(0);
    await expect(publishRecords(bus, stored)).rejects.toThrow('The bus is away.');
    expect(ids()).toEqual([]);
  });

  it('asks the bus for nothing where there is nothing', async () => {
    const { bus, ids } = busOf(0);
    await publishRecords(bus, []);
    expect(ids()).toEqual([]);
  });
});
