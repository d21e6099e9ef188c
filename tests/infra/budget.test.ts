import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { pointsTo, stageNamed, synthesise } from './synth.ts';

const stage = stageNamed('prod');
const { of } = synthesise(await loadCapabilities(), stage);
const [budget, ...more] = of('AWS::Budgets::Budget');

describe('the budget', () => {
  it('counts what this stage spends in a month, in all its Regions together', () => {
    expect(more).toEqual([]);
    expect(budget?.stack).toBe('bindery-prod-watch');
    expect(budget?.Properties['Budget']).toMatchObject({
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: stage.budgetUsd, Unit: 'USD' },
      CostFilters: { TagKeyValue: ['user:service$bindery'] },
    });
  });
  it('tells whoever looks this week, once four fifths are spent and once all of it will be', () => {
    const told = (budget?.Properties['NotificationsWithSubscribers'] ?? []) as readonly {
      readonly Notification: { readonly NotificationType: string; readonly Threshold: number };
    }[];
    expect(told.map(({ Notification }) => [Notification.NotificationType, Notification.Threshold])).toEqual([
      ['ACTUAL', 80],
      ['FORECASTED', 100],
    ]);
    expect(pointsTo(told)).toMatch(/Alarmsyellow/);
  });
  it('may publish on the topic, which is encrypted', () => {
    const [policy] = of('AWS::SNS::TopicPolicy').filter(({ Properties }) =>
      pointsTo(Properties).includes('Alarmsyellow'),
    );
    expect(pointsTo(policy?.Properties)).toContain('budgets.amazonaws.com');
    const key = of('AWS::KMS::Key').find(({ id, stack }) => id.startsWith('AlarmKey') && stack === 'bindery-prod-data');
    expect(pointsTo(key?.Properties['KeyPolicy'])).toContain('budgets.amazonaws.com');
  });
});
