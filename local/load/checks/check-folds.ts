import { canonicalJson } from '../../../functions/_kit/record.ts';
import { chainName } from '../../../tools/verify/book.ts';
import { type Finding, finding, type Result, unless } from '../../../tools/verify/finding.ts';
import { type Folded, foldChain } from '../../restore/fold-chain.ts';
import type { ClaimRead, RootRead } from '../../restore/read-table.ts';
import type { Row } from './records.ts';

const bytes = (state: unknown): string => canonicalJson(JSON.parse(JSON.stringify(state)));
const nameOf = ({ tenant, kind, id }: RootRead): string => chainName({ tenant, aggregate: kind, id });

const foldedOf = (rows: readonly Row[]): ReadonlyMap<string, Folded | undefined> =>
  new Map(
    [...Map.groupBy(rows, chainName)].map(([name, chain]) => {
      try {
        return [name, foldChain(chain.toSorted((a, b) => a.seq - b.seq))];
      } catch {
        return [name, undefined];
      }
    }),
  );

/** Every state, with its balances, is the fold of its records and of nothing else (reliability M2). */
export const checkFolds = (rows: readonly Row[], roots: readonly RootRead[]): Result => {
  const folds = foldedOf(rows);
  return {
    check: 'folds',
    looked: roots.length,
    findings: roots.flatMap((read): readonly Finding[] => {
      const folded = folds.get(nameOf(read));
      if (folded === undefined) return [finding(read.id, 'Its records give no state.')];
      const { state, due } = folded.last;
      return [
        ...unless(bytes(state) === bytes(read.root.state), read.id, 'Its state is not the fold of its records.'),
        ...unless(due === read.root.due, read.id, 'It does not wake up when its records say.'),
      ];
    }),
  };
};

/** Every claim of a policy is the fold of its policy's records. */
export const checkClaims = (rows: readonly Row[], claims: readonly ClaimRead[]): Result => {
  const told = [...foldedOf(rows).values()].flatMap((folded) => [...(folded?.claims ?? [])]);
  const kept = new Map(claims.map(({ id, claim }) => [id, claim]));
  return {
    check: 'claims',
    looked: told.length,
    findings: [
      ...told.flatMap(([id, { state, by }]) => {
        const claim = kept.get(id);
        if (claim === undefined) return [finding(id, 'The records tell of it, but it is not there.')];
        const same = claim.seq === by.seq && bytes(claim.state) === bytes(state);
        return unless(same, id, 'It is not the fold of its records.');
      }),
      ...unless(kept.size === told.length, 'claims', `There are ${kept.size}, but records tell of ${told.length}.`),
    ],
  };
};
