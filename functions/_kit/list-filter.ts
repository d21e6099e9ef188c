import type { Instant } from './clock.ts';
import type { CursorPage } from './cursor.ts';
import type { ListRequest } from './store.ts';

/** What a list can be narrowed to; the names are the same in every list, and each list says which it takes. */
export type ListFilter = {
  readonly status?: string | undefined;
  /** Half-open, by the time that orders the list: `createdFrom` is in it, `createdTo` is not. */
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
  readonly customerId?: string | undefined;
  readonly reference?: string | undefined;
  readonly policyId?: string | undefined;
};
export type ListQuery = CursorPage & ListFilter;

const instantOf = (time: string): Instant => new Date(time).toISOString();

/** The filter in its one form: only what was given, and instants in UTC; so the same filter has the same cursors. */
export const filterOf = (query: ListFilter): ListFilter => {
  const { status, createdFrom, createdTo, customerId, reference, policyId } = query;
  return {
    ...(status !== undefined && { status }),
    ...(createdFrom !== undefined && { createdFrom: instantOf(createdFrom) }),
    ...(createdTo !== undefined && { createdTo: instantOf(createdTo) }),
    ...(customerId !== undefined && { customerId }),
    ...(reference !== undefined && { reference }),
    ...(policyId !== undefined && { policyId }),
  };
};

type Told = Readonly<Record<string, unknown>>;
/** What a state says of itself, with the terms of its contract where it has some. */
const toldBy = (state: unknown): Told => ({ ...Object(Object(state).terms), ...Object(state) });

const says = (state: unknown, wanted: Readonly<Record<string, string | undefined>>): boolean => {
  const told = toldBy(state);
  return Object.entries(wanted).every(([name, value]) => value === undefined || told[name] === value);
};

const isWithin = (at: unknown, { createdFrom, createdTo }: ListFilter): boolean =>
  (createdFrom === undefined || String(at) >= createdFrom) && (createdTo === undefined || String(at) < createdTo);

const pathOf = ({ customerId, reference, policyId }: ListFilter): ListRequest['of'] => {
  if (policyId !== undefined) return { policyId };
  if (reference !== undefined) return { reference };
  return customerId === undefined ? undefined : { customerId };
};

type Narrowed = Pick<ListRequest, 'from' | 'to' | 'of' | 'matches' | 'policyMatches'>;

/**
 * What is asked of the table for a filter: a path where an index or a policy leads to it, and the rest of the states
 * that are found there. `status` is the only one that can change.
 */
export const narrowed = (kind: string, filter: ListFilter): Narrowed => {
  const { status, createdFrom, createdTo, customerId, reference, policyId } = filter;
  const of = pathOf(filter);
  const time = { from: createdFrom, to: createdTo };
  if (kind !== 'claim') {
    const whose = [customerId, reference, policyId].filter((one) => one !== undefined);
    const asksMore = status !== undefined || whose.length > 1;
    const matches = (state: unknown): boolean => says(state, { status, customerId, reference, policyId });
    return { ...time, ...(of !== undefined && { of }), ...(asksMore && { matches }) };
  }
  const matches = (state: unknown): boolean =>
    says(state, { status, policyId }) && isWithin(Object(state).reportedAt, filter);
  if (of === undefined) return { ...time, ...(status !== undefined && { matches }) };
  return { of, matches, policyMatches: (policy: unknown): boolean => says(policy, { customerId, reference }) };
};
