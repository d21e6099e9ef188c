import type { StateName } from '../alarms/rule.ts';
import type { DeadLetters } from '../dead-letters/port.ts';
import type { Series, SeriesQuery } from '../metrics/series.ts';

/** An alarm as an operator looks at it. */
export type AlarmState = {
  readonly name: string;
  /** The name without platform and stage: `createQuote fails`. */
  readonly subject: string;
  /** A promise is kept or broken as a whole, by the alarms behind it. */
  readonly kind: 'alarm' | 'promise';
  readonly severity: 'red' | 'orange' | 'yellow';
  readonly state: StateName;
  readonly since: string;
  readonly reason: string;
  /** Who is hurt. */
  readonly says: string;
  /** Where to look first. */
  readonly look: string;
  /** Where it stands how to look and how to mend. */
  readonly runbook: string;
  /** The names of the alarms behind a promise. */
  readonly parts: readonly string[];
  /** False for what this place cannot measure: its state means nothing then. */
  readonly measured: boolean;
};

export type AlarmChange = {
  readonly subject: string;
  readonly severity: AlarmState['severity'];
  readonly at: string;
  readonly from: StateName;
  readonly to: StateName;
  readonly reason: string;
};

/** An alert of the book that nobody has closed. */
export type OpenAlert = {
  readonly tenant: string;
  readonly alertId: string;
  readonly status: string;
  readonly severity: AlarmState['severity'];
  readonly cause: string;
  readonly subject: string;
  readonly raisedAt: string;
};

/** All that the page of operations shows, of this machine or of a stage in the cloud. */
export type OpsSource = {
  /** What is looked at: `this machine`, `prod`. */
  readonly name: string;
  /** The stage under whose names metrics are kept. */
  readonly stage: string;
  alarms(): Promise<readonly AlarmState[]>;
  /** Newest first. */
  changes(): Promise<readonly AlarmChange[]>;
  series(query: SeriesQuery, hours: number): Promise<Series>;
  readonly deadLetters: DeadLetters;
  /** Undefined where this place does not show them. */
  alerts(): Promise<readonly OpenAlert[] | undefined>;
};
