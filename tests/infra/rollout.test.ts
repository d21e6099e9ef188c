import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { functionsOf, liveIdOf, nameOf, pointsTo, type Resource, synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const prod = synthesise(capabilities);
const dev = synthesise(capabilities, 'dev');
/** Secrets Manager calls these by themselves, four times a month. */
const turning = (fn: Resource): boolean => nameOf(fn).startsWith('rotate-');
const rollouts = prod.of('AWS::CodeDeploy::DeploymentGroup');
const alarmsById = new Map(
  prod.of('AWS::CloudWatch::Alarm').map(({ id, Properties }) => [id, String(Properties['AlarmName'])]),
);
const watchedBy = ({ Properties }: (typeof rollouts)[number]): readonly string[] =>
  Object(Properties['AlarmConfiguration']).Alarms.map(({ Name }: { Name: { Ref: string } }) =>
    alarmsById.get(Name.Ref),
  );

describe('new code', () => {
  it('takes a tenth of the calls for five minutes before it takes them all, in every function of production', () => {
    expect(rollouts).toHaveLength(functionsOf(prod).filter((fn) => !turning(fn)).length);
    for (const { Properties } of rollouts)
      expect(Properties['DeploymentConfigName']).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
  });
  it('is taken back by itself when it crashes, is throttled or fails meanwhile', () => {
    for (const { Properties } of rollouts)
      expect(Properties['AutoRollbackConfiguration']).toMatchObject({
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_FAILURE']),
      });
    const quote = rollouts.find(({ id }) => id.startsWith('createquote'));
    expect(quote === undefined ? [] : watchedBy(quote).toSorted()).toEqual([
      'bindery-prod create-quote crashes',
      'bindery-prod create-quote is throttled',
      'bindery-prod createQuote fails',
    ]);
    for (const one of rollouts) expect(watchedBy(one).length).toBeLessThanOrEqual(10);
  });
  it('takes over at once where nobody but its developer is hurt', () => {
    expect(dev.of('AWS::CodeDeploy::DeploymentGroup')).toEqual([]);
    expect(dev.of('AWS::Lambda::Alias').map(({ Properties }) => Properties['Name'])).toContain('live');
  });
  it('is reached by the name that moves, whoever calls', () => {
    for (const fn of functionsOf(prod).filter((one) => !turning(one))) {
      const called = prod.resources.filter(
        ({ Type, Properties }) =>
          /Integration|EventSourceMapping|Schedule$|Pipe$/.test(Type) && pointsTo(Properties).includes(`"${fn.id}"`),
      );
      expect(called, nameOf(fn)).toEqual([]);
      expect(liveIdOf(prod, nameOf(fn))).toBeDefined();
    }
  });
});

describe('a function of production', () => {
  const reserved = Object.fromEntries(
    functionsOf(prod).flatMap((fn) => {
      const amount = fn.Properties['ReservedConcurrentExecutions'];
      return amount === undefined ? [] : [[nameOf(fn), Number(amount)]];
    }),
  );
  it('has its share set aside where buyers and providers wait, and rings at four fifths of it', () => {
    expect(reserved).toEqual({
      ...{ 'create-quote': 200, 'policies-partner': 100, 'partners-anyone': 100, 'payments-provider': 50 },
    });
    const busy = prod
      .of('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => / is busy$/.test(String(Properties['AlarmName'])));
    const thresholds = busy.map(({ Properties }) => [Properties['AlarmName'], Properties['Threshold']]);
    expect(Object.fromEntries(thresholds)).toEqual({
      'bindery-prod create-quote is busy': 160,
      'bindery-prod policies-partner is busy': 80,
      'bindery-prod partners-anyone is busy': 80,
      'bindery-prod payments-provider is busy': 40,
    });
  });
  it('leaves more than half of an account’s thousand to all others', () => {
    expect(Object.values(reserved).reduce((sum, one) => sum + one, 0)).toBeLessThan(500);
  });
});
