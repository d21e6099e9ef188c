import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { isEmitted } from '../../functions/_kit/metrics.ts';
import { bookAlarmSpecs } from '../../infra/book-alarms.ts';
import { synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const entries = capabilities.flatMap(({ endpoints, subscribers, schedules }) =>
  [endpoints, subscribers, schedules].flatMap((some) => Object.values(some)),
);

describe('the alarms on what the book says of itself', () => {
  it.each(bookAlarmSpecs)('watch what is emitted: $of', ({ operation, metric }) => {
    expect(entries.map(({ id }) => id)).toContain(operation);
    expect(isEmitted(metric)).toBe(true);
  });

  it('stand in the template, over as many minutes as they say, and gaps in them count as nothing', () => {
    const alarms = synthesise(capabilities).of('AWS::CloudWatch::Alarm');
    for (const { of, operation, outcomes, metric, at, minutes } of bookAlarmSpecs) {
      const found = alarms.find(({ Properties }) => Properties['AlarmName'] === `bindery-prod ${of}`);
      const { Properties = {} } = found ?? {};
      expect(Properties).toMatchObject({ Threshold: at, EvaluationPeriods: 1 });
      const [formula, ...stats] = Properties['Metrics'] as readonly Record<string, unknown>[];
      expect(formula?.['Expression']).toBe(outcomes.map((_, each) => `FILL(m${each}, 0)`).join(' + '));
      const watched = outcomes.map((outcome) => ({
        MetricStat: {
          Metric: {
            ...{ Namespace: 'Bindery', MetricName: metric },
            Dimensions: [
              { Name: 'operation', Value: operation },
              { Name: 'outcome', Value: outcome },
            ],
          },
          ...{ Period: minutes * 60, Stat: 'Sum' },
        },
      }));
      expect(stats).toMatchObject(watched);
    }
  });
});
