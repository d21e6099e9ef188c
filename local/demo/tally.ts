/** What the story has sold and paid, for the table at its end; money in minor units of CNY. */
export type Sums = { policies: number; premium: number; refunds: number; claims: number; paid: number };

export const createTally = () => {
  const sums = new Map<string, Sums>();
  const objects = new Set<string>();
  /** The first policy of each product. */
  const firsts = new Map<string, string>();
  const of = (productId: string): Sums => {
    const known = sums.get(productId) ?? { policies: 0, premium: 0, refunds: 0, claims: 0, paid: 0 };
    sums.set(productId, known);
    return known;
  };
  return {
    sold: (productId: string, policyId: string, gross: number): void => {
      const product = of(productId);
      product.policies += 1;
      product.premium += gross;
      objects.add(policyId);
      if (!firsts.has(productId)) firsts.set(productId, policyId);
    },
    refunded: (productId: string, gross: number): void => {
      of(productId).refunds += gross;
    },
    claimed: (productId: string, claimId: string): void => {
      of(productId).claims += 1;
      objects.add(claimId);
    },
    paid: (productId: string, amount: number): void => {
      of(productId).paid += amount;
    },
    /** Anything else whose history is to be proved at the end. */
    seen: (objectId: string): void => void objects.add(objectId),
    sums: sums as ReadonlyMap<string, Sums>,
    objects: objects as ReadonlySet<string>,
    firsts: firsts as ReadonlyMap<string, string>,
  };
};
export type Tally = ReturnType<typeof createTally>;

export const yuan = (minor: number): string => `${(minor / 100).toFixed(2)} CNY`;
