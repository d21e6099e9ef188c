import { describe, expect, it } from 'vitest';
import { alarmBookOf, runbookOf, severityOf, type Template } from '../../infra/alarm-book.ts';

const topics: Template = {
  Resources: { AlarmsredA1B2C3D4: { Type: 'AWS::SNS::Topic' } },
  Outputs: { Out: { Value: { Ref: 'AlarmsredA1B2C3D4' }, Export: { Name: 'data:Topic' } } },
};
const alarm = (name: string, properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: { AlarmName: name, ...properties },
});
const bookOf = (Resources: Template['Resources'] = {}) =>
  alarmBookOf('prod', [
    { stackName: 'data', template: topics },
    { stackName: 'app', template: { Resources } },
  ]).alarms;

describe('the book of alarms', () => {
  it('says the names that references lead to, whichever way they are made', () => {
    const [only] = bookOf({
      Fn1: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'bindery-prod-quote' } },
      Queue1: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Join': ['-', ['bindery', 'dead']] } } },
      Nameless: { Type: 'AWS::CloudFront::Distribution' },
      One: alarm('bindery-prod quote crashes', {
        Dimensions: [
          { Name: 'FunctionName', Value: { Ref: 'Fn1' } },
          { Name: 'Resource', Value: { 'Fn::Join': ['', [{ Ref: 'Fn1' }, ':live']] } },
          { Name: 'QueueName', Value: { 'Fn::GetAtt': ['Queue1', 'QueueName'] } },
          { Name: 'DistributionId', Value: { Ref: 'Nameless' } },
          { Name: 'Region', Value: { Ref: 'AWS::Region' } },
        ],
        AlarmActions: [{ 'Fn::ImportValue': 'data:Topic' }],
        Tags: [{ Key: 'stage', Value: 'prod' }],
      }),
    });
    expect(only).toEqual({
      Type: 'AWS::CloudWatch::Alarm',
      stack: 'app',
      severity: 'red',
      runbook: 'docs/operations/runbooks/quote-crashes.md',
      Properties: {
        AlarmName: 'bindery-prod quote crashes',
        Dimensions: [
          { Name: 'FunctionName', Value: 'bindery-prod-quote' },
          { Name: 'Resource', Value: 'bindery-prod-quote:live' },
          { Name: 'QueueName', Value: 'bindery-dead' },
          { Name: 'DistributionId', Value: 'Nameless' },
          { Name: 'Region', Value: `\${AWS::Region}` },
        ],
        AlarmActions: ['AlarmsredA1B2C3D4'],
      },
    });
  });

  it('says the rule of a composite alarm as text with the names of its parts', () => {
    const parts = ['ALARM("', { 'Fn::GetAtt': ['One', 'Arn'] }, '") OR ALARM("', { Ref: 'Two' }, '")'];
    const both = {
      Type: 'AWS::CloudWatch::CompositeAlarm',
      Properties: { AlarmName: 'bindery-prod partners can sell', AlarmRule: { 'Fn::Join': ['', parts] } },
    };
    const book = bookOf({ One: alarm('bindery-prod a'), Two: alarm('bindery-prod b'), Both: both });
    expect(book.map(({ Properties }) => Properties.AlarmName)).toEqual([
      'bindery-prod a',
      'bindery-prod b',
      'bindery-prod partners can sell',
    ]);
    expect(book[2]?.Properties['AlarmRule']).toBe('ALARM("bindery-prod a") OR ALARM("bindery-prod b")');
  });

  it('refuses what it cannot read, instead of writing something else', () => {
    expect(() => bookOf({ One: alarm('a', { Threshold: { 'Fn::If': ['Big', 1, 2] } }) })).toThrow('Fn::If');
    expect(() => bookOf({ One: alarm('a', { AlarmActions: [{ 'Fn::ImportValue': 'data:Nothing' }] }) })).toThrow(
      'No stack exports data:Nothing.',
    );
  });

  it.each([
    [['AlarmsredA1B2C3D4'], 'red'],
    [['Alarms-orange'], 'orange'],
    [['bindery-prod-red'], 'red'],
    [['bindery-prod-yellow'], 'yellow'],
    [['AlarmsyellowA1B2C3D4'], 'yellow'],
    [['AlarmsyellowA1B2C3D4', 'AlarmsredA1B2C3D4'], 'red'],
    [['AlarmsyellowA1B2C3D4', 'AlarmsorangeA1B2C3D4'], 'orange'],
    [['Alarms04B5A0BF'], 'orange'],
    [[], 'orange'],
  ])('reads how urgent an alarm is from its topics: %j is %s', (given, severity) => {
    expect(severityOf(given)).toBe(severity);
  });

  it.each([
    ['bindery-prod createQuote fails', 'create-quote-fails'],
    ['bindery-prod send-disbursement gives up', 'send-disbursement-gives-up'],
    ['bindery-prod outbox ExecutionFailed', 'outbox-execution-failed'],
    ['bindery-prod API answers 5xx', 'api-answers-5xx'],
  ])('leads from %s to its page', (name, page) => {
    expect(runbookOf(name)).toBe(`docs/operations/runbooks/${page}.md`);
  });
});
