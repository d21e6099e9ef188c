/** From when on people of a role may approve claims, and up to what, in minor units (lifecycles 6.8). */
export type AuthorityBand = {
  readonly from: string;
  readonly role: string;
  readonly currency: string;
  readonly most: number;
};

/** The insurer's authority bands. A newer band of a role replaces the older one from its own instant on. */
export const authorityBands: readonly AuthorityBand[] = [
  { from: '2026-01-01T00:00:00.000Z', role: 'claims_approver', currency: 'CNY', most: 500_000 },
  { from: '2026-01-01T00:00:00.000Z', role: 'claims_director', currency: 'CNY', most: 5_000_000 },
];

/** The most that somebody with these roles may approve at an instant; nothing where no band says so. */
export const authorityOf = (
  roles: readonly string[],
  currency: string,
  now: string,
  bands: readonly AuthorityBand[] = authorityBands,
): number =>
  Math.max(
    0,
    ...roles.map((role) => {
      const known = bands.filter((band) => band.role === role && band.currency === currency && band.from <= now);
      return known.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)?.most ?? 0;
    }),
  );
