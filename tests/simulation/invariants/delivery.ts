import { nextDue } from '../../../domain/policies/next-due.ts';
import { cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import { type Book, policiesIn, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** D1: a partner on the bus has seen every event of every record, and no event without one. */
export const committedIsDelivered = ({ book, simulation }: Given): Check => {
  const committed = book.chains.flatMap(({ records }) => records.flatMap(({ record }) => cloudEventsOf(record)));
  const ids = new Set(committed.map(({ id }) => id));
  const { taken } = simulation.partner;
  return {
    invariant: 'D1',
    looked: committed.length,
    violations: [
      ...committed.flatMap(({ id, type }) => unless(taken.has(id), () => `${type} ${id} never reached the partner.`)),
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

/** D5: what is due later has a wake-up that stands by then, and nothing that was due is left undone. */
export const nothingDueIsForgotten = ({ book, simulation }: Given): Check => {
  const { clock, wakeUps } = simulation;
  const now = clock.now();
  const standing = wakeUps.standing();
  const policies = policiesIn(book);
  return {
    invariant: 'D5',
    looked: policies.length,
    violations: policies.flatMap(({ id, state }) => {
      const next = nextDue(state, now);
      if (next === undefined) return [];
      const at = standing.filter(({ of }) => of === id).map((one) => one.at);
      return [
        ...unless(next > now, () => `${id} had something due at ${next}; it is ${now}.`),
        ...unless(
          at.some((instant) => instant <= next),
          () => `${id} has something due at ${next} and no wake-up by then.`,
        ),
      ];
    }),
  };
};
