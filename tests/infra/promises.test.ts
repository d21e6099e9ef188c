import { App, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { alarm, type Bell, sentencesOf, textOf } from '../../infra/alarms.ts';
import { groupsOf } from '../../infra/groups.ts';
import { promiseAlarms, promises } from '../../infra/promises.ts';
import { pointsTo, stageNamed, synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const entries = groupsOf(capabilities).flatMap(({ entries: all }) => [...all]);
const prod = synthesise(capabilities);
const alarms = prod.of('AWS::CloudWatch::Alarm');
const composites = prod.of('AWS::CloudWatch::CompositeAlarm');
const nameOfAlarm = ({ Properties }: (typeof alarms)[number]) => String(Properties['AlarmName']);
const membersOf = ({ Properties }: (typeof alarms)[number]): readonly string[] =>
  String(Properties['AlarmRule'])
    .split(' OR ')
    .map((one) => one.replace(/^ALARM\("(.*)"\)$/, '$1'));
/** The stacks that are there before one is. */
const stacksBefore = (stack: string): ReadonlySet<string> =>
  new Set((prod.leansOn[stack] ?? []).flatMap((one) => [one, ...stacksBefore(one)]));
const promiseNamed = (words: string) => {
  const found = composites.find(({ Properties }) => Properties['AlarmName'] === `bindery-prod ${words}`);
  if (found === undefined) throw new Error(`No alarm rings for: ${words}.`);
  return found;
};

describe('a promise', () => {
  it('has an alarm of its own that rings red', () => {
    expect(composites).toHaveLength(Object.keys(promises).length);
    for (const { Properties } of composites) expect(pointsTo(Properties['AlarmActions'])).toContain('Alarmsred');
  });
  it.each(entries.flatMap(({ id, promise }) => (promise === undefined ? [] : [[id, promise] as const])))(
    'is broken when %s fails: %s',
    (id, promise) => {
      expect(membersOf(promiseNamed(promise.replaceAll('-', ' ')))).toContain(`bindery-prod ${id} fails`);
    },
  );
  it('is watched over by alarms that there are, none of which is red itself', () => {
    const made = new Set(alarms.map(nameOfAlarm));
    for (const one of composites) for (const member of membersOf(one)) expect(made).toContain(member);
    for (const { Properties } of alarms) expect(pointsTo(Properties['AlarmActions'])).toMatch(/Alarms(orange|yellow)/);
  });
  it('has its alarm made after all that it names, for CloudWatch refuses one that names what is not there', () => {
    const homes = new Map(alarms.map((one) => [nameOfAlarm(one), one] as const));
    for (const one of composites)
      for (const member of membersOf(one).flatMap((name) => homes.get(name) ?? []))
        if (member.stack === one.stack) expect(one.DependsOn).toContain(member.id);
        else expect([...stacksBefore(one.stack)]).toContain(member.stack);
  });
  it('of evidence is broken when events stop leaving the table', () => {
    expect(membersOf(promiseNamed('evidence holds'))).toEqual(
      expect.arrayContaining(['bindery-prod outbox gives up', 'bindery-prod outbox ExecutionFailed']),
    );
  });
  it('to partners is broken when the door turns everybody away, which no function sees', () => {
    expect(membersOf(promiseNamed('partners can sell'))).toContain('bindery-prod API turns everybody away');
    const shut = alarms.find((one) => nameOfAlarm(one) === 'bindery-prod API turns everybody away');
    expect(shut?.Properties).toMatchObject({ Threshold: 90, EvaluationPeriods: 2 });
    expect(pointsTo(shut?.Properties['Metrics'])).toContain('IF(all >= 100, 100 * refused / all, 0)');
  });
  it('that nobody watches over is refused, and so is one that more alarms watch over than CloudWatch takes', () => {
    const app = new App();
    const stack = new Stack(app, 'some');
    const topic = new Topic(stack, 'Topic');
    const bell = { stage: stageNamed('prod'), topics: { red: topic, orange: topic, yellow: topic } };
    expect(() => promiseAlarms({ ...bell, rung: [] }, stack)).toThrow('No alarm watches over the promise');
    const many = Array.from({ length: 101 }, (_, at) => ({
      of: `thing ${at} fails`,
      severity: 'orange' as const,
      promises: ['partners-can-sell'] as const,
    }));
    expect(() => promiseAlarms({ ...bell, rung: many }, new Stack(app, 'other'))).toThrow('101 alarms watch over');
  });
});

describe('the severity of an alarm', () => {
  const severityOf = (name: string) =>
    /Alarms(red|orange|yellow)/.exec(
      pointsTo(alarms.find((one) => nameOfAlarm(one) === `bindery-prod ${name}`)?.Properties['AlarmActions']),
    )?.[1];
  it('is orange where a promise breaks with it, and yellow where people can wait', () => {
    expect(severityOf('bindPolicy fails')).toBe('orange');
    expect(severityOf('listPolicies fails')).toBe('yellow');
    expect(severityOf('adjudicate-claim gives up')).toBe('orange');
    expect(severityOf('create-quote is slow')).toBe('yellow');
  });
});

describe('the text of an alarm', () => {
  const stage = stageNamed('prod');
  it('says who is hurt, where to look and which page mends it', () => {
    expect(textOf(stage, { of: 'bindPolicy fails', says: 'Nobody is covered.', look: 'the log.' })).toBe(
      'Nobody is covered. Look: the log. Mend: https://docs.bindery.test/operations/runbooks/bind-policy-fails',
    );
  });
  it('counts the sentences that no longer fit, and is refused where even that is too long', () => {
    const sentence = (letter: string) => ({ ifBroken: `${letter.repeat(299)}.` });
    expect(sentencesOf([sentence('a'), sentence('b')])).toBe(`${'a'.repeat(299)}. ${'b'.repeat(299)}.`);
    expect(sentencesOf([sentence('a'), sentence('b'), sentence('c')])).toMatch(
      /b\. And 1 more, which the runbook names\.$/,
    );
    expect(() => textOf(stage, { of: 'x', says: 'a'.repeat(1_000), look: 'b' })).toThrow('CloudWatch shows 1024');
  });
  it('belongs to one alarm alone: no two have the same page', () => {
    const pages = [...alarms, ...composites].map(
      ({ Properties }) => /runbooks\/([a-z0-9-]+)$/.exec(String(Properties['AlarmDescription']))?.[1],
    );
    expect(new Set(pages).size).toBe(pages.length);
  });
});

describe('an alarm that is made', () => {
  it('is remembered for the promises', () => {
    const stack = new Stack(new App(), 'some');
    const topic = new Topic(stack, 'Topic');
    const bell: Bell = {
      stack,
      stage: stageNamed('dev'),
      topics: { red: topic, orange: topic, yellow: topic },
      rung: [],
    };
    const metric = new Metric({ namespace: 'Bindery', metricName: 'calls' });
    alarm(bell, {
      of: 'it fails',
      metric,
      at: 1,
      says: 'Somebody.',
      look: 'here',
      severity: 'orange',
      promises: ['claims-are-paid'],
    });
    expect(bell.rung).toEqual([{ of: 'it fails', severity: 'orange', promises: ['claims-are-paid'] }]);
  });
});
