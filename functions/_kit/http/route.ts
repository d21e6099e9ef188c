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

export const routeKeyOf = (contract: { readonly method: string; readonly path: string }): string =>
  `${contract.method} /v1${contract.path}`;
