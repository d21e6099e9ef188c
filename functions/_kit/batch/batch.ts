import type { EndpointContract, Named } from '../contract.ts';
import type { Endpoint } from '../implement.ts';
import { runBatch } from './run-batch.ts';

/** An endpoint that takes several requests at once; the chain runs them one by one, so it has no handler of its own. */
export const batch = (contract: Named<EndpointContract> & { readonly batch: readonly string[] }): Endpoint => ({
  contract,
  runItems: runBatch,
  handle: async () => {
    throw new Error(`${contract.id} is run by the chain, item by item.`);
  },
});
