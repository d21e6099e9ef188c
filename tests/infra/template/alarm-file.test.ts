import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { AlarmBook } from '../../../infra/alarm-book.ts';
import { stageNamed, synthesise } from '../synth.ts';
import { capabilities } from './whole.ts';

const written = readFileSync(new URL('../../../docs/reference/alarms.json', import.meta.url), 'utf8');

it('docs/reference/alarms.json has every alarm of the templates that are deployed, with threshold and periods', () => {
  const { of } = synthesise(capabilities, stageNamed('prod'));
  const atHome = ({ stack }: { readonly stack: string }): boolean => !stack.startsWith('bindery-prod-standby-');
  const templates = [...of('AWS::CloudWatch::Alarm'), ...of('AWS::CloudWatch::CompositeAlarm')].filter(atHome);
  const said = ({ Properties }: { readonly Properties: Readonly<Record<string, unknown>> }) =>
    JSON.stringify(
      ['AlarmName', 'Threshold', 'EvaluationPeriods', 'Period', 'Statistic', 'ExtendedStatistic', 'MetricName'].map(
        (name) => Properties[name],
      ),
    );
  const { alarms } = JSON.parse(written) as AlarmBook;
  expect(alarms.length).toBeGreaterThan(200);
  expect(alarms.map(said).toSorted()).toEqual(templates.map(said).toSorted());
});
