import { type Asking, quoteBody } from './events.ts';
import type { Claims } from './surroundings.ts';
import { sandbox, tenant } from './tenant.ts';

/** The first request of a function, what its token says, and its status where that is not 200. */
export type First = Omit<Asking, 'token'> & { readonly claims?: Claims; readonly status?: number };

const partner = (scope: string): Pick<First, 'claims'> => ({ claims: { scope } });
const staff = (role: string, scope = ''): Pick<First, 'claims'> => ({ claims: { scope, roles: [role], person: true } });
const read = (route: string): Pick<First, 'method' | 'route'> => ({ method: 'GET', route });

export const quoting: First = { method: 'POST', route: '/v1/quotes', body: quoteBody, ...partner('quotes:write') };

/** A request for every function that answers one, by the function's name. */
export const firsts = (policyId: string): Readonly<Record<string, First>> => ({
  'create-quote': quoting,
  'alerts-staff': { ...read('/v1/alerts'), ...staff('operator') },
  'audit-partner': {
    ...read('/v1/history/{objectId}'),
    ...{ path: { objectId: policyId }, ...partner('history:read') },
  },
  'billing-partner': { ...read('/v1/statements'), ...partner('billing:read') },
  // Closed by the first start; every other one is told the same again.
  'billing-staff': {
    ...{ method: 'POST', route: '/v1/statements', ...staff('finance', 'billing:write') },
    ...{ headers: { 'idempotency-key': 'first-statement' }, status: 201 },
  },
  'claims-partner': { ...read('/v1/claims'), ...partner('claims:read') },
  'claims-staff': { ...read('/v1/claims/queue'), ...staff('claims_handler') },
  'clock-partner': { ...read('/v1/clock'), claims: { scope: 'clock:read', tenant: sandbox } },
  'clock-public': { ...read('/v1/tenants/{tenantId}/clock'), path: { tenantId: sandbox } },
  'customers-partner': {
    ...{ method: 'POST', route: '/v1/customers/find', body: { identityNumber: '11010519491231002X' } },
    ...partner('customers:read'),
  },
  'events-partner': { ...read('/v1/events'), ...partner('events:read') },
  'health-anyone': read('/v1/health'),
  'notifications-partner': { ...read('/v1/notifications'), ...partner('notifications:read') },
  'partners-anyone': read('/.well-known/revoked-credentials'),
  'partners-partner': { ...read('/v1/credentials'), ...partner('credentials:read') },
  // A forgery, which the function finds out by the secret that it fetches, and raises an alert about.
  'payments-provider': {
    ...{ method: 'POST', route: '/v1/payment-webhooks/{tenantId}', path: { tenantId: tenant }, body: {} },
    ...{ headers: { 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` }, status: 401 },
  },
  'payments-staff': { ...read('/v1/unmatched-money'), ...staff('finance', 'payments:read') },
  'policies-partner': {
    ...read('/v1/policies/{policyId}'),
    ...{ path: { policyId }, ...partner('policies:read') },
  },
  'policies-public': {
    ...read('/v1/tenants/{tenantId}/verifications/{policyNumber}'),
    ...{ path: { tenantId: tenant, policyNumber: 'RF-1' }, query: { code: 'a-guess' } },
  },
  'products-partner': { ...read('/v1/products'), ...partner('products:read') },
  'webhooks-partner': { ...read('/v1/webhook-endpoints'), ...partner('webhooks:read') },
});
