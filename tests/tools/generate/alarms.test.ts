import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { type AlarmBook, alarmFile } from '../../../infra/alarm-book.ts';
import { alarmBook } from '../../../tools/generate/alarms.ts';
import { stageNamed, synthesise } from '../../infra/synth.ts';

const written = readFileSync(new URL('../../../docs/reference/alarms.json', import.meta.url), 'utf8');
const capabilities = await loadCapabilities();

describe('docs/reference/alarms.json', () => {
  it('is what the templates say', async () => {
    expect(alarmFile(await alarmBook(capabilities))).toBe(written);
  });

  it('has every alarm of the templates that are deployed, with the same threshold and the same periods', () => {
    const stage = stageNamed('prod');
    const { of } = synthesise(capabilities, { ...stage, regions: { home: stage.regions.home } });
    const templates = [...of('AWS::CloudWatch::Alarm'), ...of('AWS::CloudWatch::CompositeAlarm')];
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

  it('leaves no reference open', () => {
    expect(written).not.toMatch(/"Fn::|"Ref"/);
  });
});
