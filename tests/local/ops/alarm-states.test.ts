import { describe, expect, it } from 'vitest';
import { evaluatorOf } from '../../../local/alarms/evaluator.ts';
import { Book } from '../../../local/alarms/schema.ts';
import { metricStore } from '../../../local/metrics/store.ts';
import { alarmChanges, alarmStates, lookHere, partsOfText } from '../../../local/ops/alarm-states.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const booked = (name: string) => ({ stack: 's', severity: 'orange', runbook: `docs/operations/runbooks/${name}.md` });
const text = 'Nobody can buy. Look: the log. Mend: https://docs.bindery.example/operations/runbooks/a';
const errors = (AlarmName: string, Namespace: string) => ({
  ...{ Type: 'AWS::CloudWatch::Alarm', ...booked('a') },
  Properties: {
    ...{ AlarmName, AlarmDescription: text, Namespace, MetricName: 'Errors', Period: 300, Statistic: 'Sum' },
    ...{ ComparisonOperator: 'GreaterThanOrEqualToThreshold', EvaluationPeriods: 1, Threshold: 1 },
    TreatMissingData: 'notBreaching',
  },
});
const promise = (AlarmName: string, AlarmRule: string) => ({
  ...{ Type: 'AWS::CloudWatch::CompositeAlarm', ...booked('p'), severity: 'red' },
  Properties: { AlarmName, AlarmDescription: text, AlarmRule },
});
const book = Book.parse({
  stage: 'prod',
  alarms: [
    errors('bindery-prod quote crashes', 'here'),
    errors('bindery-prod edge crashes', 'elsewhere'),
    promise(
      'bindery-prod partners can sell',
      'ALARM("bindery-prod quote crashes") OR ALARM("bindery-prod edge crashes")',
    ),
    promise('bindery-prod the edge holds', 'ALARM("bindery-prod edge crashes")'),
  ],
});
const isHere = ({ namespace }: { readonly namespace: string }) => namespace === 'here';

const looked = (crashes: number) => {
  const store = metricStore();
  const evaluator = evaluatorOf(book, store);
  evaluator.evaluate(noon - 60_000);
  for (let each = 0; each < crashes; each += 1)
    store.add({ namespace: 'here', name: 'Errors', dimensions: {}, at: noon, value: 1 });
  evaluator.evaluate(noon);
  return evaluator;
};

describe('alarms as an operator sees them', () => {
  it('say who is hurt, where to look, what was seen and since when', () => {
    const [quote] = alarmStates(book, looked(2), isHere);
    expect(quote).toEqual({
      ...{ name: 'bindery-prod quote crashes', subject: 'quote crashes', kind: 'alarm', severity: 'orange' },
      ...{ state: 'ALARM', since: '2026-11-23T12:00:00.000Z', parts: [], measured: true },
      ...{ says: 'Nobody can buy.', look: 'the log.', runbook: 'docs/operations/runbooks/a.md' },
      reason: 'Sum of Errors: 2 in 5 minutes; it rings at or above 1.',
    });
  });
  it('tell a promise by its parts, which it calls as people do', () => {
    const sold = alarmStates(book, looked(1), isHere).find(({ subject }) => subject === 'partners can sell');
    expect(sold).toMatchObject({ kind: 'promise', severity: 'red', state: 'ALARM' });
    expect(sold?.reason).toBe('Of its alarms ring: quote crashes.');
    expect(sold?.parts).toEqual(['bindery-prod quote crashes', 'bindery-prod edge crashes']);
  });
  it('own up to what is not measured here; a promise is measured with one of its parts', () => {
    const measured = alarmStates(book, looked(0), isHere).map(({ subject, measured: is }) => [subject, is]);
    expect(measured).toEqual([
      ['quote crashes', true],
      ['edge crashes', false],
      ['partners can sell', true],
      ['the edge holds', false],
    ]);
  });
  it('say before the first look that nobody has looked', () => {
    const [quote] = alarmStates(book, evaluatorOf(book, metricStore()), isHere);
    expect(quote).toMatchObject({ state: 'INSUFFICIENT_DATA', reason: 'Nobody has looked yet.' });
  });
  it('list what has changed, with how urgent it is', () => {
    expect(alarmChanges(book, looked(1))).toMatchObject([
      { subject: 'partners can sell', severity: 'red', from: 'OK', to: 'ALARM' },
      { subject: 'quote crashes', severity: 'orange', from: 'OK', to: 'ALARM', at: '2026-11-23T12:00:00.000Z' },
    ]);
  });
  it('take a text apart that says less', () => {
    expect(partsOfText('Nobody can buy.')).toEqual({ says: 'Nobody can buy.', look: '' });
  });
});

describe('where to look on this machine', () => {
  it.each([
    ['npm run dead-letters -- list --stage prod', 'npm run dead-letters -- list'],
    ['/bindery/prod/access, lines of status 5xx.', 'log.jsonl of the data folder, lines of status 5xx.'],
    [
      '/bindery/prod/claims-staff: whether it works.',
      'log.jsonl of the data folder, for claims-staff: whether it works.',
    ],
    ['open alerts (/v1/alerts), and the provider.', 'open alerts (/v1/alerts), and the provider.'],
  ])('%s', (look, here) => {
    expect(lookHere(look, 'prod')).toBe(here);
  });
});
