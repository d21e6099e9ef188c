import { claimAsOf } from '../../../domain/claims/as-of.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import { type EffectiveRecord, policyAsOf } from '../../../domain/policies/as-of.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { type ListFilter, narrowed } from '../../../functions/_kit/list-filter.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { type Book, policiesIn, unless } from '../book.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { plain } from '../crypto.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };
type Kept = { readonly policies: ReturnType<typeof policiesIn>; readonly claims: readonly Claim[] };

const isAsked = (wanted: string | undefined, is: string | undefined): boolean => wanted === undefined || wanted === is;
const isWithin = (at: string, { createdFrom, createdTo }: ListFilter): boolean =>
  (createdFrom === undefined || at >= createdFrom) && (createdTo === undefined || at < createdTo);

/** What fits a filter, by what lies in the table and not by its indexes. */
const fitting = (kind: string, { policies, claims }: Kept, filter: ListFilter): readonly string[] => {
  const { status, customerId, reference, policyId } = filter;
  const isOf = (policy: Policy | undefined): boolean =>
    isAsked(customerId, policy?.terms.customerId) && isAsked(reference, policy?.terms.reference);
  if (kind === 'claim') {
    const owner = (claim: Claim) => policies.find(({ id }) => id === claim.policyId)?.state;
    return claims
      .filter((one) => isAsked(status, one.status) && isAsked(policyId, one.policyId))
      .filter((one) => isWithin(one.reportedAt, filter) && isOf(owner(one)))
      .map(({ claimId }) => claimId);
  }
  return policies
    .filter(({ state, records }) => {
      const createdAt = records[0]?.record.recordedAt ?? '';
      return isAsked(status, state.status) && isOf(state) && isWithin(createdAt, filter);
    })
    .map(({ id }) => id);
};

/** A filter of things that are there, so that it leads somewhere. */
const drawnFilter = (kind: string, { policies, claims }: Kept, chance: Chance): ListFilter => {
  const { state, records } = chance.pick(policies);
  const status = kind === 'claim' ? claims.at(-1)?.status : state.status;
  return {
    ...(chance.happens(0.4) && { status }),
    ...(chance.happens(0.4) && { customerId: state.terms.customerId }),
    ...(chance.happens(0.2) && { reference: state.terms.reference }),
    ...(kind === 'claim' && chance.happens(0.3) && { policyId: state.policyId }),
    ...(chance.happens(0.2) && { createdFrom: records[0]?.record.recordedAt }),
    ...(chance.happens(0.2) && { createdTo: records.at(-1)?.record.recordedAt }),
  };
};

type Asked = { readonly kind: string; readonly tenant: string; readonly filter: ListFilter; readonly limit: number };

const listed = async ({ engine }: Simulation, { kind, tenant, filter, limit }: Asked): Promise<readonly string[]> => {
  const store = tableStore(engine.client as TableClient, plain)({ read: 0, write: 0 });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(kind, { tenant, after, limit, ...narrowed(kind, filter) });
    seen.push(...page.items.map((state) => String(Object(state)[`${kind}Id`])));
    after = page.next;
  } while (after !== undefined);
  return seen;
};

const filtersDrawn = 3;

/** V5: page by page, a list holds each object that fits its filter, once, and nothing else. */
export const listsHoldWhatFits = async ({ book, simulation }: Given): Promise<Check> => {
  const chance = chanceOf(simulation.seed, 'lists');
  const all = policiesIn(book);
  const violations: string[] = [];
  let looked = 0;
  for (const [tenant, policies] of Map.groupBy(all, (policy) => policy.tenant)) {
    const kept = { policies, claims: policies.flatMap(({ claims }) => claims) };
    for (const kind of ['policy', 'claim'])
      for (let drawn = 0; drawn < filtersDrawn; drawn += 1) {
        const asked = { kind, tenant, filter: drawnFilter(kind, kept, chance), limit: 1 + chance.below(3) };
        const seen = await listed(simulation, asked);
        const right = fitting(kind, kept, asked.filter);
        looked += right.length;
        violations.push(
          ...unless(
            canonicalJson(seen.toSorted()) === canonicalJson(right.toSorted()),
            () => `${JSON.stringify(asked)} lists ${seen.join()}, and ${right.join()} fit.`,
          ),
        );
      }
  }
  return { invariant: 'V5', looked, violations };
};

/** V6: what was recorded by now of what is in effect now is what there is, of each policy and of its claims. */
export const thePastLeadsToThePresent = ({ book, simulation }: Given): Check => {
  const now = simulation.clock.now();
  // What an instance with a fast clock has recorded lies ahead: its own time has not come yet, and nothing was due.
  const policies = policiesIn(book).filter(({ records }) =>
    records.every(({ record }) => record.recordedAt <= now && record.businessAt <= now),
  );
  const violations = policies.flatMap(({ id, state, records, claims }) => {
    const told = records.map(({ record }) => record);
    const viewpoint = { asOf: now, knownAt: now };
    const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
    return [
      ...unless(
        same(policyAsOf(told as readonly EffectiveRecord[], viewpoint), state),
        () => `${id} as of now is not what it is.`,
      ),
      ...unless(
        same(policyAsOf(told as readonly EffectiveRecord[], { knownAt: now }), state),
        () => `${id} as known now is not what it is.`,
      ),
      ...claims.flatMap((claim) =>
        unless(
          same(claimAsOf(told, claim.claimId, viewpoint), claim),
          () => `${claim.claimId} as of now is not what it is.`,
        ),
      ),
    ];
  });
  return { invariant: 'V6', looked: policies.length, violations };
};
