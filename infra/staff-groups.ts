import { type AuthorityBand, authorityBands } from '../domain/claims/authority.ts';
import { type StaffRole, staffRoles } from '../domain/partners/roles.ts';

/** Minor units as people read them: 500000 CNY is `CNY 5,000.00`. */
const money = ({ currency, most }: AuthorityBand): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
    .format(most / 100)
    .replace('\u00a0', ' ');

const day = (instant: string): string => instant.slice(0, 10);

export type StaffGroup = { readonly name: string; readonly description: string };

/** The most that Cognito keeps of a description. */
const longest = 2_048;

const sentencesOf = (role: string, roles: readonly StaffRole[], bands: readonly AuthorityBand[]): string =>
  [
    ...roles.filter((one) => one.role === role).map(({ from, may }) => ({ from, says: may })),
    ...bands
      .filter((band) => band.role === role)
      .map((band) => ({ from: band.from, says: `Approves claims up to ${money(band)}.` })),
  ]
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ from, says }) => `From ${day(from)}: ${says}`)
    .join(' ');

/**
 * The groups of the directory: one for each role that there is or will be. Each says what its people may do, and up to
 * what they may approve, from when on, as the dated tables of the domain have it.
 */
export const staffGroups = (
  roles: readonly StaffRole[] = staffRoles,
  bands: readonly AuthorityBand[] = authorityBands,
): readonly StaffGroup[] =>
  [...new Set(roles.map(({ role }) => role))].map((name) => {
    const description = sentencesOf(name, roles, bands);
    if (description.length > longest) throw new Error(`The description of the group ${name} is too long for Cognito.`);
    return { name, description };
  });
