import { authorityBands } from '../../domain/claims/authority.ts';
import { rolesAt } from '../../domain/partners/roles.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';

/** The newest band of each currency that a role has at an instant. */
const bandsOf = (role: string, now: string) => {
  const own = authorityBands
    .filter((band) => band.role === role && band.from <= now)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  return [...new Map(own.map(({ currency, most, from }) => [currency, { currency, most, from }])).values()];
};

export const endpoint = implement(partners.endpoints.listRoles, async ({ now }) =>
  accept({ items: rolesAt(now).map((one) => ({ ...one, authority: bandsOf(one.role, now) })) }),
);
