import type { LimitedBy } from '../limiter.ts';
import { limitsOf, windowOf } from '../limits.ts';
import type { CallState, HttpRequest } from './state.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

/** One address is one caller; of IPv6 it is the network of 64 bits, for whoever has one address has all of them. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
};

const nameOf = (by: LimitedBy, { tenant, actor }: CallState, { requestContext }: HttpRequest): string => {
  if (by === 'address') return networkOf(requestContext?.http?.sourceIp ?? 'unknown');
  return by === 'tenant' ? `${tenant}` : `${tenant} ${actor?.id}`;
};

/**
 * Takes one request from what its caller may still ask of this operation (decision 0008), and refuses it where nothing
 * is left: addresses at the door, before a tenant is looked up for them; credentials and tenants when they are proved.
 */
export const limit = (where: 'door' | 'inside'): Step => ({
  before: ({ event }) => {
    const call = callOf({ event });
    const contract = call.endpoint?.contract;
    if (contract === undefined) return;
    const wishes = limitsOf(contract)
      .filter(({ by }) => (by === 'address') === (where === 'door'))
      .map(({ by, rate }) => ({ by, rate, name: `${contract.id} ${nameOf(by, call, event)}` }));
    if (wishes.length === 0) return;
    const { left, refused } = call.platform.limiter.take(wishes, Date.parse(call.wall));
    call.limits = { left: [...(call.limits?.left ?? []), ...left], refused };
    if (refused !== undefined) {
      const { by, rate } = refused;
      refuseRequest('rate-limited', { limit: by, requests: rate.burst, windowSeconds: windowOf(rate) });
    }
  },
});

/** RateLimit-Policy, RateLimit (draft-ietf-httpapi-ratelimit-headers-10) and, for a refusal, Retry-After. */
export const limitHeaders = ({ limits }: CallState): Record<string, string> => {
  if (limits === undefined) return {};
  const { left, refused } = limits;
  const list = (itemOf: (one: (typeof left)[number]) => string): string =>
    left.map((one) => `"${one.by}";${itemOf(one)}`).join(', ');
  return {
    'ratelimit-policy': list(({ rate }) => `q=${rate.burst};w=${windowOf(rate)}`),
    ratelimit: list(({ remaining, fullIn }) => `r=${remaining};t=${fullIn}`),
    ...(refused !== undefined && { 'retry-after': `${refused.retryAfter}` }),
  };
};
