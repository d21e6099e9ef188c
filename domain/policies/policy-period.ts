import type { ProductVersion } from '../products/schema.ts';
import { addDaysAt, addMonths, startOfDay } from '../shared/calendar.ts';
import { addDays, localDate } from '../shared/zone.ts';
import type { ObjectValue, Period } from './schema.ts';

type Inputs = Readonly<Record<string, ObjectValue>>;
type Rule = Pick<ProductVersion, 'period' | 'zone'>;

const dateIn = (inputs: Inputs, name: string): string => {
  const value = inputs[name];
  if (typeof value !== 'string') throw new Error(`The product's period needs the input ${name}.`);
  return value.slice(0, 10);
};

const beginning = ({ period, zone }: Rule, inputs: Inputs, boundAt: string): string | undefined => {
  const { begins } = period;
  if (begins.at === 'bind') return boundAt;
  if (begins.at === 'event') return undefined;
  const chosen = inputs[begins.input];
  const date = typeof chosen === 'string' ? chosen : addDays(localDate(boundAt, zone), begins.defaultDaysAhead);
  return startOfDay(date, zone);
};

const ending = ({ period, zone }: Rule, inputs: Inputs, from: string): string => {
  const { ends } = period;
  switch (ends.at) {
    case 'months':
      return startOfDay(addMonths(localDate(from, zone), ends.months, ends.missingDay), zone);
    case 'date':
      return startOfDay(addDays(dateIn(inputs, ends.input), ends.daysAfter), zone);
    case 'event':
      return addDaysAt(from, ends.maxDays, zone);
  }
};

/**
 * The period as far as the bind knows it: half-open, in the product's zone (rules 2.2 D-01, D-02). Where an event
 * begins cover, there is no beginning yet, and the end is the day by which that event must have come.
 */
export const periodAtBind = (rule: Rule, inputs: Inputs, boundAt: string): Period => {
  const from = beginning(rule, inputs, boundAt);
  return from === undefined ? { to: ending(rule, inputs, boundAt) } : { from, to: ending(rule, inputs, from) };
};

/** The milestones that this product's period begins or ends with. */
export const milestonesOf = ({ period }: Pick<ProductVersion, 'period'>): readonly string[] => [
  ...(period.begins.at === 'event' ? [period.begins.event] : []),
  ...(period.ends.at === 'event' ? [period.ends.event] : []),
];

/** The period after a milestone: an event begins it, or shortens its end to some days after the day of the event. */
export const periodAfter = (rule: Rule, before: Period, milestone: string, occurredAt: string): Period => {
  const { begins, ends } = rule.period;
  if (begins.at === 'event' && begins.event === milestone) {
    return { from: occurredAt, to: ending(rule, {}, occurredAt) };
  }
  if (ends.at !== 'event' || ends.event !== milestone || before.from === undefined) return before;
  // The day of receipt is not counted, and the last day is covered whole (D-02, D-07).
  const last = startOfDay(addDays(localDate(occurredAt, rule.zone), ends.daysAfter + 1), rule.zone);
  return { ...before, to: before.to !== undefined && before.to < last ? before.to : last };
};
