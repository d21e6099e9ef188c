import type { EndpointContract } from '../contract.ts';
import type { VerifiedToken } from '../platform.ts';
import type { CallState } from './state.ts';
import { callOf, refuseRequest, type Step, type StepRequest } from './step.ts';

const bearer = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

const authorise = ({ scope, roles, caller }: EndpointContract, { actor }: VerifiedToken): void => {
  if (caller === 'staff' && actor.kind !== 'person') refuseRequest('forbidden', { needs: 'a person of the insurer' });
  if (scope !== undefined && !actor.scopes.includes(scope)) refuseRequest('forbidden', { needs: scope });
  if (roles !== undefined && !roles.some((role) => actor.roles.includes(role)))
    refuseRequest('forbidden', { needs: [...roles] });
};

/**
 * Entries without a token name their tenant in the path; the endpoint proves it by its own secret or code (design §8).
 */
const enterByPath = async (request: StepRequest, call: CallState, kind: 'public' | 'provider'): Promise<void> => {
  const tenant = request.event.pathParameters?.['tenantId'];
  const known = tenant !== undefined && /^[a-z0-9-]{3,40}$/.test(tenant);
  if (!known || (await call.platform.tenants.derivation(tenant)) === undefined) refuseRequest('not-found');
  if (known) call.tenant = tenant;
  call.actor = { kind, id: kind, roles: [], scopes: [] };
};

const enterByToken = async (request: StepRequest, call: CallState, contract: EndpointContract): Promise<void> => {
  const text = bearer.exec(request.event.headers['authorization'] ?? '')?.[1];
  const found = text === undefined ? undefined : await call.platform.tokens.verify(text);
  const verified = found ?? refuseRequest('unauthenticated');
  authorise(contract, verified);
  call.tenant = contract.home?.(verified.tenant) ?? verified.tenant;
  call.actor = verified.actor;
};

/** Takes the tenant, the actor, the scopes and the roles from the verified token, and from nowhere else. */
export const authenticate = (): Step => ({
  before: (request) => {
    const call = callOf(request);
    const contract = call.endpoint?.contract;
    if (contract === undefined) return undefined;
    if (contract.caller === 'anyone') {
      call.actor = { kind: 'public', id: 'public', roles: [], scopes: [] };
      const tenant = contract.tenantOf?.(request.event);
      if (tenant !== undefined) call.tenant = tenant;
      return undefined;
    }
    return contract.caller === 'public' || contract.caller === 'provider'
      ? enterByPath(request, call, contract.caller)
      : enterByToken(request, call, contract);
  },
});
