import type { Basket } from '../../../domain/baskets/schema.ts';
import { claimAsOf } from '../../../domain/claims/as-of.ts';
import type { Notification } from '../../../domain/notifications/schema.ts';
import { type EffectiveRecord, policyAsOf } from '../../../domain/policies/as-of.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { type ListFilter, narrowed } from '../../../functions/_kit/list-filter.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableStore } from '../../../functions/_storage/table.ts';
import { type Book, type Chain, policiesIn, unless } from '../book.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { plain } from '../crypto.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** What can be listed, with everything that a filter can ask of it and the time that orders it. */
type Row = Omit<ListFilter, 'createdFrom' | 'createdTo'> & { readonly id: string; readonly at: string };
const kinds = ['policy', 'claim', 'basket', 'notification'] as const;
type Kind = (typeof kinds)[number];

const begunAt = ({ records }: Chain): string => records[0]?.record.recordedAt ?? '';
const ofPolicy = ({ customerId, reference }: Policy['terms']) => ({ customerId, reference });

/** Everything of each kind that a tenant has, by what lies in the table and not by its indexes. */
const rowsIn = (book: Book, tenant: string): Readonly<Record<Kind, readonly Row[]>> => {
  const policies = policiesIn(book).filter((policy) => policy.tenant === tenant);
  const ofKind = (kind: string) => book.chains.filter((chain) => chain.kind === kind && chain.tenant === tenant);
  const [baskets, notifications] = [ofKind('basket'), ofKind('notification')];
  return {
    policy: policies.map((chain) => {
      const { policyId: id, status, terms } = chain.state;
      return { id, at: begunAt(chain), status, ...ofPolicy(terms) };
    }),
    claim: policies.flatMap(({ claims, state }) =>
      claims.map(({ claimId: id, reportedAt: at, status, policyId }) => ({
        ...{ id, at, status, policyId },
        ...ofPolicy(state.terms),
      })),
    ),
    basket: baskets.map((chain) => {
      const { basketId: id, customerId, reference } = chain.state as Basket;
      return { id, at: begunAt(chain), customerId, reference };
    }),
    notification: notifications.map((chain) => {
      const { notificationId: id, status, customerId, policyId } = chain.state as Notification;
      return { id, at: begunAt(chain), status, customerId, policyId };
    }),
  };
};

const isWithin = (at: string, { createdFrom, createdTo }: ListFilter): boolean =>
  (createdFrom === undefined || at >= createdFrom) && (createdTo === undefined || at < createdTo);

const fits = (row: Row, { createdFrom, createdTo, ...wanted }: ListFilter): boolean =>
  isWithin(row.at, { createdFrom, createdTo }) &&
  Object.entries(wanted).every(([name, value]) => value === undefined || Object(row)[name] === value);

/** A filter of things that are there, so that it leads somewhere. */
const drawnFilter = (rows: readonly Row[], chance: Chance): ListFilter => {
  if (rows.length === 0) return {};
  const { at, status, customerId, reference, policyId } = chance.pick(rows);
  return {
    ...(chance.happens(0.4) && status !== undefined && { status }),
    ...(chance.happens(0.4) && customerId !== undefined && { customerId }),
    ...(chance.happens(0.2) && reference !== undefined && { reference }),
    ...(chance.happens(0.3) && policyId !== undefined && { policyId }),
    ...(chance.happens(0.2) && { createdFrom: at }),
    ...(chance.happens(0.2) && { createdTo: chance.pick(rows).at }),
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
  const violations: string[] = [];
  let looked = 0;
  for (const tenant of new Set(book.chains.map((chain) => chain.tenant))) {
    const rows = rowsIn(book, tenant);
    for (const kind of kinds)
      for (let drawn = 0; drawn < filtersDrawn; drawn += 1) {
        const asked = { kind, tenant, filter: drawnFilter(rows[kind], chance), limit: 1 + chance.below(3) };
        const seen = await listed(simulation, asked);
        const right = rows[kind].filter((row) => fits(row, asked.filter)).map(({ id }) => id);
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

/** When the events of a record took effect; money that a fast clock took in counts from a time still to come. */
const timesIn = ({ events }: Chain['records'][number]['record']): readonly string[] =>
  events.flatMap(({ data }) => (typeof Object(data).at === 'string' ? [Object(data).at] : []));

/** V6: what was recorded by now of what is in effect now is what there is, of each policy and of its claims. */
export const thePastLeadsToThePresent = ({ book, simulation }: Given): Check => {
  const now = simulation.clock.now();
  // What an instance with a fast clock has recorded lies ahead: its own time has not come yet, and nothing was due.
  const policies = policiesIn(book).filter(({ tenant, records }) =>
    records.every(
      ({ record }) =>
        record.recordedAt <= now &&
        [record.businessAt, ...timesIn(record)].every((at) => at <= simulation.wakeUps.nowOf(tenant)),
    ),
  );
  const violations = policies.flatMap(({ tenant, id, state, records, claims }) => {
    const told = records.map(({ record }) => record);
    // What is in effect is a matter of the tenant's own time, which in a sandbox may lag behind the wall's.
    const viewpoint = { asOf: simulation.wakeUps.nowOf(tenant), knownAt: now };
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
