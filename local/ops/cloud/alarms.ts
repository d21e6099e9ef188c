import {
  type CloudWatchClient,
  type CompositeAlarm,
  type MetricAlarm,
  paginateDescribeAlarmHistory,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch';
import * as z from 'zod';
import { runbookOf, severityOf, subjectOf } from '../../../infra/alarm-book.ts';
import { ruleOf } from '../../alarms/rule.ts';
import { partsOfText } from '../alarm-states.ts';
import type { AlarmChange, AlarmState } from '../source.ts';

/** So many changes are shown; CloudWatch keeps them for two weeks. */
const changesMax = 200;
const pageMax = 100;

const prefixOf = (stage: string): string => `bindery-${stage} `;
const topicsOf = ({ AlarmActions = [] }: MetricAlarm | CompositeAlarm): readonly string[] =>
  AlarmActions.map((arn) => arn.slice(arn.lastIndexOf(':') + 1));

const common = (alarm: MetricAlarm | CompositeAlarm): Omit<AlarmState, 'kind' | 'parts'> => {
  const { AlarmName = '', AlarmDescription = '', StateValue = 'INSUFFICIENT_DATA', StateReason = '' } = alarm;
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return {
    ...{ name: AlarmName, subject: subjectOf(AlarmName), severity: severityOf(topicsOf(alarm)) },
    ...{ state: StateValue, since: since?.toISOString() ?? '', reason: StateReason },
    ...{ ...partsOfText(AlarmDescription), runbook: runbookOf(AlarmName), measured: true },
  };
};

/** The alarms of a stage as CloudWatch judges them now, those of promises too. */
export const alarmsOf = async (client: CloudWatchClient, stage: string): Promise<readonly AlarmState[]> => {
  const states: AlarmState[] = [];
  const wanted = {
    AlarmNamePrefix: prefixOf(stage),
    AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
    MaxRecords: pageMax,
  };
  for await (const page of paginateDescribeAlarms({ client }, wanted)) {
    for (const alarm of page.MetricAlarms ?? []) states.push({ ...common(alarm), kind: 'alarm', parts: [] });
    for (const alarm of page.CompositeAlarms ?? [])
      states.push({ ...common(alarm), kind: 'promise', parts: ruleOf(alarm.AlarmRule ?? '').names });
  }
  return states;
};

const State = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']);
const Transition = z.object({
  oldState: z.object({ stateValue: State }),
  newState: z.object({ stateValue: State, stateReason: z.string().default('') }),
});

const transitionIn = (data = ''): z.output<typeof Transition> | undefined => {
  try {
    return Transition.parse(JSON.parse(data));
  } catch {
    return undefined;
  }
};

/** What has changed in a stage, newest first; an alarm that is gone since counts as one for the day's work. */
export const changesOf = async (
  client: CloudWatchClient,
  stage: string,
  alarms: readonly AlarmState[],
): Promise<readonly AlarmChange[]> => {
  const severities = new Map(alarms.map(({ name, severity }) => [name, severity]));
  const changes: AlarmChange[] = [];
  const wanted = {
    HistoryItemType: 'StateUpdate' as const,
    AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
    ScanBy: 'TimestampDescending' as const,
    MaxRecords: pageMax,
  };
  for await (const { AlarmHistoryItems = [] } of paginateDescribeAlarmHistory({ client }, wanted)) {
    for (const { AlarmName = '', HistoryData, Timestamp } of AlarmHistoryItems) {
      const transition = AlarmName.startsWith(prefixOf(stage)) ? transitionIn(HistoryData) : undefined;
      if (transition === undefined || Timestamp === undefined) continue;
      const { oldState, newState } = transition;
      changes.push({
        ...{ subject: subjectOf(AlarmName), severity: severities.get(AlarmName) ?? 'orange' },
        ...{ at: Timestamp.toISOString(), from: oldState.stateValue, to: newState.stateValue },
        reason: newState.stateReason,
      });
    }
    if (changes.length >= changesMax) break;
  }
  return changes.slice(0, changesMax);
};
