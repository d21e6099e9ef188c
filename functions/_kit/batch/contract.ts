import type { Caller, EndpointContract } from '../contract.ts';
import { type BatchOf, BatchResult } from './schema.ts';

/** Declares the batch of some operations of a capability; it reads and writes nothing that they do not. */
export const batchContract = <const O extends readonly [string, ...string[]]>(
  { capability, summary, body }: { readonly capability: string; readonly summary: string; readonly body: BatchOf<O> },
  operations: O,
  caller: Caller = 'partner',
) =>
  ({
    method: 'POST',
    path: `/${capability}/batch`,
    summary,
    description:
      'Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.',
    caller,
    batch: operations,
    // Its items are limited each as if they had come alone; more batches than that only cost.
    limit: { perSecond: 2, burst: 10 },
    body,
    response: BatchResult,
    success: 200,
    refusals: {},
    reads: [],
    writes: [],
    emits: [],
    uses: [],
    ifBroken: `Partners who work in batches are slowed down: ${operations.join(', ')} go one by one only.`,
  }) as const satisfies EndpointContract;
