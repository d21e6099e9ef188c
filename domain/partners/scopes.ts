/** What a partner's credential may be given; the contracts of the entries for partners name exactly these. */
export const partnerScopes = [
  'billing:read',
  'claims:read',
  'claims:write',
  'clock:read',
  'clock:write',
  'credentials:read',
  'credentials:write',
  'customers:read',
  'customers:write',
  'events:read',
  'history:read',
  'notifications:read',
  'policies:read',
  'policies:write',
  'products:read',
  'quotes:write',
  'webhooks:read',
  'webhooks:write',
] as const;
export type PartnerScope = (typeof partnerScopes)[number];

/** With it a credential makes and revokes others, so one that has it must always be left. */
export const managingScope = 'credentials:write' satisfies PartnerScope;
