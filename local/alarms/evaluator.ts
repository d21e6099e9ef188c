import type { Span } from '../metrics/frames.ts';
import { type MetricStore, minuteMs } from '../metrics/store.ts';
import { type Watched, watchedBy } from './definition.ts';
import type { Value } from './expression.ts';
import { judge, periodsLookedAt } from './judge.ts';
import { type Rule, ruleOf, type StateName } from './rule.ts';
import type { Book, MetricAlarm } from './schema.ts';

type Booked = Book['alarms'][number];
type Metric = { readonly kind: 'metric'; readonly alarm: MetricAlarm; readonly watched: Watched };
type Composite = { readonly kind: 'composite'; readonly rule: Rule };
type Known = { readonly name: string } & (Metric | Composite);

export type Standing = {
  readonly state: StateName;
  /** When it came into this state; when it was looked at first, for a state that it has had ever since. */
  readonly since: string;
  readonly reason: string;
};
export type Change = { readonly alarm: string; readonly at: string; readonly from: StateName } & Omit<
  Standing,
  'since'
>;

/** How many changes of state are remembered, newest first. */
const changesMax = 500;

const understood = (booked: Booked): Known => {
  const name = booked.Properties.AlarmName;
  try {
    if (booked.Type === 'AWS::CloudWatch::CompositeAlarm')
      return { name, kind: 'composite', rule: ruleOf(booked.Properties.AlarmRule) };
    return { name, kind: 'metric', alarm: booked.Properties, watched: watchedBy(booked.Properties) };
  } catch (thrown) {
    throw new Error(`The alarm "${name}" is not understood: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
};

/** Parts before the whole: an alarm comes after all that its rule names. */
const inOrder = (all: ReadonlyMap<string, Known>): readonly Known[] => {
  const ordered = new Set<Known>();
  const place = (name: string, before: readonly string[]): void => {
    const known = all.get(name);
    if (known === undefined) throw new Error(`The alarm "${before.at(-1)}" asks for "${name}", which is no alarm.`);
    if (before.includes(name)) throw new Error(`The alarm "${name}" rings by itself.`);
    if (known.kind === 'composite') for (const part of known.rule.names) place(part, [...before, name]);
    ordered.add(known);
  };
  for (const name of all.keys()) place(name, []);
  return [...ordered];
};

/**
 * The periods that an alarm looks at, newest first. The minute that has just begun belongs to the newest where there
 * can only be too much in it; where there can be too little it would always be too early.
 */
const windowsOf = ({ alarm, watched: { periodMs } }: Metric, now: number): readonly Span[] => {
  const minute = now - (now % minuteMs);
  const end = alarm.ComparisonOperator.startsWith('Less') ? minute : minute + minuteMs;
  return Array.from({ length: periodsLookedAt(alarm) }, (_, at) => ({
    from: end - (at + 1) * periodMs,
    to: end - at * periodMs,
  }));
};

const signs = {
  GreaterThanOrEqualToThreshold: 'at or above',
  GreaterThanThreshold: 'above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
} as const;

const shown = (value: Value): string => (value === undefined ? 'nothing' : String(Math.round(value * 100) / 100));

const minutes = (ms: number): string => (ms === minuteMs ? 'minute' : `${ms / minuteMs} minutes`);

const reasonOf = ({ alarm, watched }: Metric, values: readonly Value[]): string => {
  const { Threshold, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, ComparisonOperator } = alarm;
  const seen = values.slice(0, EvaluationPeriods).toReversed().map(shown).join(', ');
  const often = EvaluationPeriods === 1 ? '' : `, ${DatapointsToAlarm} of ${EvaluationPeriods} times`;
  const rings = `it rings ${signs[ComparisonOperator]} ${Threshold}${often}`;
  return `${watched.words}: ${seen} in ${minutes(watched.periodMs)}; ${rings}.`;
};

const tooYoung = 'This program has not measured for as long as the alarm looks back.';

/** An alarm that rings when nothing comes would always ring after a start, for before it nothing was measured. */
const isTooYoung = ({ alarm, watched }: Metric, now: number, began: number): boolean =>
  (alarm.TreatMissingData === 'breaching' || alarm.ComparisonOperator.startsWith('Less')) &&
  now - began < alarm.EvaluationPeriods * watched.periodMs;

/**
 * Evaluates the alarms of a book over what was measured, whenever it is asked and for the instant that it is given. All
 * that it cannot understand it refuses when it is made.
 */
export const evaluatorOf = (book: Book, store: MetricStore, began = 0) => {
  const all = new Map(book.alarms.map((one) => [one.Properties.AlarmName, understood(one)]));
  if (all.size < book.alarms.length) throw new Error('Two alarms have one name.');
  const ordered = inOrder(all);
  const standings = new Map<string, Standing>();
  const changes: Change[] = [];

  const stateOf = (name: string): StateName => standings.get(name)?.state ?? 'INSUFFICIENT_DATA';

  const judged = (known: Known, now: number): Omit<Standing, 'since'> => {
    if (known.kind === 'composite') {
      const rings = known.rule.names.filter((name) => stateOf(name) === 'ALARM');
      const state = known.rule.holds(stateOf) ? 'ALARM' : 'OK';
      return {
        state,
        reason: rings.length === 0 ? 'None of its alarms rings.' : `Of its alarms ring: ${rings.join('; ')}.`,
      };
    }
    if (isTooYoung(known, now, began)) return { state: 'INSUFFICIENT_DATA', reason: tooYoung };
    const values = windowsOf(known, now).map((span) => known.watched.valueIn(store, span));
    return { state: judge(known.alarm, values, stateOf(known.name)), reason: reasonOf(known, values) };
  };

  const settle = (known: Known, now: number): void => {
    const { name } = known;
    const before = standings.get(name);
    const after = judged(known, now);
    const at = new Date(now).toISOString();
    const changed = before !== undefined && before.state !== after.state;
    const isNews = changed || (before === undefined && after.state === 'ALARM');
    if (isNews) changes.unshift({ alarm: name, at, from: before?.state ?? 'INSUFFICIENT_DATA', ...after });
    changes.length = Math.min(changes.length, changesMax);
    standings.set(name, { ...after, since: changed ? at : (before?.since ?? at) });
  };

  return {
    evaluate: (now: number): void => {
      for (const known of ordered) settle(known, now);
    },
    standings: standings as ReadonlyMap<string, Standing>,
    /** Newest first. */
    changes: changes as readonly Change[],
    /** The metrics behind an alarm; those of its parts for a composite one. */
    metricsOf: (name: string): Watched['metrics'] => {
      const known = all.get(name);
      return known?.kind === 'metric' ? known.watched.metrics : [];
    },
    partsOf: (name: string): readonly string[] => {
      const known = all.get(name);
      return known?.kind === 'composite' ? known.rule.names : [];
    },
  };
};
export type Evaluator = ReturnType<typeof evaluatorOf>;
