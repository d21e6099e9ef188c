import type { Policy } from '../../../domain/policies/schema.ts';
import { addMinutes } from '../../../domain/shared/zone.ts';
import { type Book, policiesIn, type Recorded, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** What a record has to be told as, by its own words: the platform's way of telling is what is checked. */
const toldOf = ({ record }: Recorded): readonly { readonly id: string; readonly type: string }[] =>
  ['operation.recorded', ...record.events.map(({ type }) => type)].map((type, n) => ({
    id: `${record.id}.${record.seq}.${n}`,
    type,
  }));

/** D1: a partner on the bus has seen every event of every record, and no event without one. */
export const committedIsDelivered = ({ book, simulation }: Given): Check => {
  const committed = book.chains.flatMap(({ records }) => records.flatMap(toldOf));
  const ids = new Set(committed.map(({ id }) => id));
  const { taken } = simulation.partner;
  return {
    invariant: 'D1',
    looked: committed.length,
    violations: [
      ...committed.flatMap(({ id, type }) =>
        unless(taken.get(id)?.type === type, () => `${type} ${id} never reached the partner.`),
      ),
      ...[...taken.keys()].flatMap((id) => unless(ids.has(id), () => `${id} was delivered, but never committed.`)),
    ],
  };
};

/** D2: of each object, the partner has seen the numbers from one on, without a gap. */
export const eventsHaveNoGaps = ({ simulation }: Given): Check => {
  const bySubject = Map.groupBy(simulation.partner.taken.values(), ({ tenant, subject }) => `${tenant} ${subject}`);
  return {
    invariant: 'D2',
    looked: bySubject.size,
    violations: [...bySubject].flatMap(([subject, events]) => {
      const numbers = [...new Set(events.map(({ sequence }) => sequence))].toSorted((a, b) => a - b);
      return unless(
        numbers.every((number, at) => number === at + 1),
        () => `The partner saw ${numbers.join(', ')} of ${subject}.`,
      );
    }),
  };
};

/** Everything that waits for its time, from the state alone (design §8). */
const nextOf = (policy: Policy): string | undefined => {
  const { status, premium, period, terms, disbursements, claims, reminded = [] } = policy;
  const isPaid = premium === 'paid' || premium === 'credit';
  const reminder = {
    pending: isPaid || reminded.includes('premium') ? undefined : terms.remindAt?.premium,
    'on-risk': reminded.includes('renewal') ? undefined : terms.remindAt?.renewal,
    expired: undefined,
    cancelled: undefined,
  }[status];
  const life = {
    pending: isPaid ? (period.from ?? period.to) : terms.payBy,
    'on-risk': period.to,
    expired: undefined,
    cancelled: undefined,
  }[status];
  const instants = [
    life,
    reminder,
    ...disbursements.map(({ checkAt }) => checkAt),
    ...claims.map(({ lookAt }) => lookAt),
  ];
  return instants.filter((instant) => instant !== undefined).toSorted()[0];
};
/** Claims in these states wait for a machine, which has nothing else to do. */
const unweighed = ['reported', 'registered'];

/** By how much an instance's clock may be fast. */
const fastMinutes = 5;

/** D5: what is due later has a wake-up that stands by then, and nothing that was due is left undone. */
export const nothingDueIsForgotten = ({ book, simulation }: Given): Check => {
  const { wakeUps } = simulation;
  const standing = wakeUps.standing();
  const policies = policiesIn(book);
  return {
    invariant: 'D5',
    looked: policies.length,
    violations: policies.flatMap(({ id, state, tenant }) => {
      const now = wakeUps.nowOf(tenant);
      const left = state.claims.flatMap(({ claimId, status }) =>
        unless(!unweighed.includes(status), () => `Nobody has weighed ${claimId}.`),
      );
      const next = nextOf(state);
      if (next === undefined) return left;
      const at = standing.filter(({ of }) => of === id).map((one) => one.at);
      // What was due already when an instance with a fast clock decided it is due now, by that clock.
      const soon = addMinutes(now, fastMinutes);
      const isSoon = at.some((instant) => instant > now && instant <= soon);
      return [
        ...left,
        ...unless(next > now || isSoon, () => `${id} had something due at ${next}; it is ${now}.`),
        ...unless(
          isSoon || at.some((instant) => instant <= next),
          () => `${id} has something due at ${next} and no wake-up by then.`,
        ),
      ];
    }),
  };
};
