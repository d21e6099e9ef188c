import { subjectOf } from '../../infra/alarm-book.ts';
import type { Evaluator, Standing } from '../alarms/evaluator.ts';
import type { Book } from '../alarms/schema.ts';
import type { MetricId } from '../metrics/store.ts';
import type { AlarmChange, AlarmState } from './source.ts';

/** An alarm's text says who is hurt, where to look, and where it stands how to mend. */
export const partsOfText = (text: string): { readonly says: string; readonly look: string } => {
  const [said = ''] = text.split(/ Mend: /);
  const [says = '', look = ''] = said.split(/ Look: /);
  return { says, look };
};

/**
 * Where to look on this machine, for the texts speak of the stage. What has no counterpart here stays: it says what
 * somebody would look at.
 */
export const lookHere = (look: string, stage: string): string =>
  look
    .replaceAll(` --stage ${stage}`, '')
    .replace(new RegExp(`/bindery/${stage}/access\\b`), 'log.jsonl of the data folder')
    .replace(new RegExp(`/bindery/${stage}/([\\w-]+)`), 'log.jsonl of the data folder, for $1');

const unknown = { state: 'INSUFFICIENT_DATA', since: '', reason: 'Nobody has looked yet.' } as const;

/** The reason of a promise names alarms. */
const bySubject = ({ reason, ...standing }: Standing): Standing => ({
  ...standing,
  reason: reason.replaceAll(/\bbindery-\w+ /g, ''),
});

/** Says of a metric whether it is measured in this place. */
type IsMeasured = (id: MetricId) => boolean;

/** Whether something behind an alarm is measured; of a promise, behind one of its parts. */
const isMeasured = (evaluator: Evaluator, is: IsMeasured, name: string): boolean =>
  evaluator.metricsOf(name).some(is) || evaluator.partsOf(name).some((part) => isMeasured(evaluator, is, part));

/** The alarms of a book as they stand. */
export const alarmStates = ({ alarms }: Book, evaluator: Evaluator, is: IsMeasured): readonly AlarmState[] =>
  alarms.map(({ Type, severity, runbook, Properties: { AlarmName: name, AlarmDescription } }) => ({
    ...{ name, subject: subjectOf(name), severity, runbook, ...partsOfText(AlarmDescription) },
    kind: Type === 'AWS::CloudWatch::CompositeAlarm' ? 'promise' : 'alarm',
    ...bySubject(evaluator.standings.get(name) ?? unknown),
    parts: evaluator.partsOf(name),
    measured: isMeasured(evaluator, is, name),
  }));

/** What has changed, newest first. */
export const alarmChanges = ({ alarms }: Book, { changes }: Evaluator): readonly AlarmChange[] => {
  const severities = new Map(alarms.map(({ severity, Properties }) => [Properties.AlarmName, severity]));
  return changes.map(({ alarm, at, from, state, reason }) => ({
    ...{ subject: subjectOf(alarm), severity: severities.get(alarm) ?? 'orange' },
    ...{ at, from, to: state, reason },
  }));
};
