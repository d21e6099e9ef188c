/** From when on the insurer's people of a role may do what: their scopes, and in words what these are for. */
export type StaffRole = {
  readonly from: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly may: string;
};

const reading = [
  'claims:read',
  'customers:read',
  'history:read',
  'notifications:read',
  'policies:read',
  'products:read',
];
const since = '2026-01-01T00:00:00.000Z';

/**
 * The insurer's roles (lifecycles 6.8). A newer entry of a role replaces the older one from its own instant on. Which
 * entry asks for which role is said by its contract; how much an approver may approve, by the authority bands.
 */
export const staffRoles: readonly StaffRole[] = [
  {
    from: since,
    role: 'claims_handler',
    scopes: [...reading, 'claims:personal'],
    may: 'Assess claims, with the form that was reported, and reject what is not covered.',
  },
  {
    from: since,
    role: 'claims_approver',
    scopes: [...reading, 'claims:personal'],
    may: 'Approve and reject claims within the band, with the form that was reported.',
  },
  { from: since, role: 'claims_director', scopes: reading, may: 'Approve and reject claims within the wider band.' },
  {
    from: since,
    role: 'finance',
    scopes: [...reading, 'billing:read', 'billing:write', 'payments:read'],
    may: 'Close and settle statements, and see unmatched money.',
  },
  {
    from: since,
    role: 'operator',
    scopes: [...reading, 'payments:read'],
    may: 'Take alerts on and close them, and see unmatched money.',
  },
  {
    from: since,
    role: 'compliance',
    scopes: [...reading, 'billing:read', 'customers:personal'],
    may: 'Take alerts on and close them, and see the personal data of customers.',
  },
];

/** The roles in force at an instant, each as its newest entry has it. */
export const rolesAt = (now: string, table: readonly StaffRole[] = staffRoles): readonly StaffRole[] => {
  const inForce = table.filter(({ from }) => from <= now).toSorted((a, b) => a.from.localeCompare(b.from));
  return [...new Map(inForce.map((one) => [one.role, one])).values()];
};

/** What somebody with these roles may do at an instant; nothing by a role that is not in force. */
export const scopesOfRoles = (
  roles: readonly string[],
  now: string,
  table: readonly StaffRole[] = staffRoles,
): readonly string[] => [
  ...new Set(rolesAt(now, table).flatMap(({ role, scopes }) => (roles.includes(role) ? scopes : []))),
];
