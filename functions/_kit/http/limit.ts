import type { LimitedBy } from '../limiter.ts';
import { limitsOf, windowOf } from '../limits.ts';
import type { CallState, HttpRequest } from './state.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

/** The bytes of a group of IPv6, as IPv4 writes them. */
const bytesOf = (group: string): string => {
  const both = Number.parseInt(group, 16);
  return `${both >> 8}.${both & 255}`;
};

/**
 * One address is one caller; of IPv6 it is the network of 64 bits, for whoever has one address has all of them. An
 * IPv4 address that a socket of IPv6 writes as `::ffff:…` is that IPv4 address, or all of them were one network.
 */
export const networkOf = (address: string): string => {
  const url = `http://[${address}]`;
  if (!address.includes(':') || !URL.canParse(url)) return address;
  // A URL has one form for each address: lower case, hexadecimal, without leading zeros.
  const halves = new URL(url).hostname.slice(1, -1).split('::');
  const [head = [], tail = []] = halves.map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail];
  return groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
    ? groups.slice(6).map(bytesOf).join('.')
    : groups.slice(0, 4).join(':');
};

const nameOf = (by: LimitedBy, { tenant, actor, platform }: CallState, request: HttpRequest): string => {
  if (by === 'address') return networkOf(platform.addressOf(request) ?? 'unknown');
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
