import type { Attack } from './attacks.ts';
import { at, token } from './forge.ts';

/** What even a good signature does not make good. */
export const claims: readonly Attack[] = (
  [
    ['another issuer', { iss: 'https://elsewhere.test' }],
    ['an issuer with a slash more', { iss: 'https://api.bindery.test/' }],
    ['a list of issuers', { iss: ['https://api.bindery.test'] }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'elsewhere' }],
    ['an audience in capitals', { aud: 'BINDERY' }],
    ['no audience', { aud: undefined }],
    ['a list of other audiences', { aud: ['a', 'b'] }],
    ['an end that is past', { iat: at - 600, exp: at - 300 }],
    ['an end just past', { iat: at - 305, exp: at - 5 }],
    ['an end as a float that is past', { iat: at - 300, exp: at - 5.5 }],
    ['no end', { exp: undefined }],
    ['an end as a text', { exp: String(at + 300) }],
    ['an end as null', { exp: null }],
    ['an end in milliseconds', { exp: (at + 300) * 1000 }],
    ['an end beyond numbers', { exp: 1e308 }],
    ['an end as a list', { exp: [at + 300] }],
    ['a second more than it may live', { exp: at + 301 }],
    ['a beginning that is still to come', { iat: at + 60, exp: at + 360 }],
    ['a beginning long ago', { iat: at - 86_400, exp: at + 1 }],
    ['a beginning as a text', { iat: String(at) }],
    ['no beginning', { iat: undefined }],
    ['not before a time that is to come', { nbf: at + 60 }],
    ['not before, as a text', { nbf: 'now' }],
    ['no subject', { sub: undefined }],
    ['no tenant', { tenant: undefined }],
    ['an empty tenant', { tenant: '' }],
    ['a list of tenants', { tenant: ['shop-a'] }],
    ['a tenant as an object', { tenant: { name: 'shop-a' } }],
    ['a tenant with a key in it', { tenant: 'shop-a#POL' }],
    ['a tenant in capitals', { tenant: 'SHOP-A' }],
    ['a tenant that climbs', { tenant: '../shop-a' }],
    ['a tenant that nobody is', { tenant: 'no-such-shop' }],
  ] as const
).map(([name, change]) => [name, token({ claims: change })]);

export const types: readonly Attack[] = ['JWT', 'at+jwt+x', 'id+jwt', 'logout+jwt', 'dpop+jwt', '', 7, undefined].map(
  (typ) => [`typ ${JSON.stringify(typ)}`, token({ header: { typ } })],
);
