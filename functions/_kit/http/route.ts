import { servedAt } from '../contract.ts';
import type { Endpoint } from '../implement.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

/** Finds the endpoint of a route key, `POST /v1/policies/{policyId}/cancellations`, inside its function. */
export const route = (endpoints: readonly Endpoint[]): Step => {
  const byRoute = new Map(endpoints.map((endpoint) => [routeKeyOf(endpoint.contract), endpoint]));
  return {
    before: (request) => {
      const endpoint = byRoute.get(request.event.routeKey) ?? refuseRequest('not-found');
      callOf(request).endpoint = endpoint;
    },
  };
};

export const routeKeyOf = (contract: Parameters<typeof servedAt>[0] & { readonly method: string }): string =>
  `${contract.method} ${servedAt(contract)}`;
