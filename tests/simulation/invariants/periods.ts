import { type Book, eventsOf, policiesIn, unless } from '../book.ts';
import type { Check } from '../violation.ts';

type Policies = ReturnType<typeof policiesIn>[number];

const dayMs = 86_400_000;
/** Shanghai has had no summer time since 1991: its midnight is 16:00 of the day before. */
const zoneMs = 8 * 3_600_000;
/** The midnight in Shanghai with which the day of an instant begins, so many days later. */
const midnight = (instant: string, daysLater: number): string => {
  const day = Math.floor((Date.parse(instant) + zoneMs) / dayMs) + daysLater;
  return new Date(day * dayMs - zoneMs).toISOString();
};
/** Cover of so many days ends at the same time of day, unless a day is named by which it ends before. */
const earlier = (one: string, other: string | undefined): string => (other !== undefined && other < one ? other : one);

type Term = { readonly from: string | undefined; readonly to: string | undefined };

/** When cover begins and ends by the product pages (catalogue 5.1 to 5.3), worked out from dates alone. */
const termOf = ({ state }: Policies): Term => {
  const { productId, boundAt, object } = state.terms;
  const { shipment_confirmed: shipped, receipt_signed: received } = state.milestones;
  if (productId === 'return-freight') {
    if (shipped === undefined) return { from: undefined, to: state.period.to };
    const longest = new Date(Date.parse(shipped) + 90 * dayMs).toISOString();
    return { from: shipped, to: earlier(longest, received === undefined ? undefined : midnight(received, 8)) };
  }
  if (productId === 'flight-delay')
    return { from: boundAt, to: midnight(`${String(object['flightDate'])}T12:00:00.000+08:00`, 3) };
  const from = midnight(boundAt, 1);
  // Twelve months on, where no 29 February lies at either end.
  return { from, to: `${Number(from.slice(0, 4)) + 1}${from.slice(4)}` };
};

/** M5: cover lies where the product page says, by the clock of the product's zone; late money begins it later. */
export const coverLiesWhereItShould = ({ book }: { readonly book: Book }): Check => {
  const policies = policiesIn(book);
  const violations = policies.flatMap((policy) => {
    const { id, state } = policy;
    const { from, to } = termOf(policy);
    const [paid] = eventsOf<{ readonly at: string }>(policy, 'premium.received');
    const begun = eventsOf(policy, 'policy.on-risk').length > 0;
    const begins = begun && from !== undefined && paid !== undefined && paid.at > from ? paid.at : from;
    return [
      ...unless(state.period.from === begins, () => `${id} is covered from ${state.period.from}, not from ${begins}.`),
      ...unless(state.period.to === to, () => `${id} is covered until ${state.period.to}, not until ${to}.`),
    ];
  });
  return { invariant: 'M5', looked: policies.length, violations };
};
