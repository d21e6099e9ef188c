import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { actionsOf, pointsTo, type Resource, stageNamed, synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const streamArn = 'arn:aws:dynamodb:ap-northeast-1:111122223333:table/bindery/stream/2026-01-01T00:00:00.000';
const atHome = synthesise(capabilities, stageNamed('prod'));
const moved = synthesise(capabilities, stageNamed('prod', { writer: 'standby', standbyStream: streamArn }));

const copiesOf = ({ of }: typeof atHome) =>
  (of('AWS::DynamoDB::GlobalTable')[0]?.Properties['Replicas'] ?? []) as readonly Record<string, unknown>[];

/** A value as CloudFormation says it, with names for what only an account knows. */
const said = (value: unknown): string => {
  const { 'Fn::Join': join, Ref: ref, 'Fn::ImportValue': imported } = Object(value);
  if (join !== undefined) return join[1].map(said).join(join[0]);
  return String(ref ?? imported ?? value);
};
type Call = {
  readonly action: string;
  readonly parameters: { readonly ResourceArn: string; readonly Policy?: string };
};
/** What is asked of DynamoDB about the fence of a site. */
const fenceOf = (synthesised: typeof atHome, site: 'home' | 'standby'): Call => {
  const [fence] = inStacks(synthesised, 'Custom::AWS', site).filter(({ stack }) => stack.endsWith('-fence'));
  expect(fence?.Properties['Update']).toEqual(fence?.Properties['Create']);
  return JSON.parse(said(fence?.Properties['Update']));
};

const inStacks = (synthesised: typeof atHome, type: string, site: 'home' | 'standby'): readonly Resource[] =>
  synthesised.of(type).filter(({ stack }) => stack.startsWith('bindery-prod-standby-') === (site === 'standby'));

describe('the table of a stage with a standby', () => {
  it('stands in both Regions, each copy under a key of its Region and with recovery to any second', () => {
    const copies = copiesOf(atHome);
    expect(copies.map(({ Region }) => Region).toSorted()).toEqual(['ap-northeast-1', 'ap-southeast-1']);
    for (const copy of copies)
      expect(copy).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    const keyThere = copies.find(({ Region }) => Region === 'ap-northeast-1')?.['SSESpecification'];
    expect(pointsTo(keyThere)).toMatch(/:kms:ap-northeast-1:.*StorageKey/);
  });
  it('is made without any policy, for CloudFormation takes none together with a copy in another Region', () => {
    for (const copy of [...copiesOf(atHome), ...copiesOf(moved)]) expect(copy).not.toHaveProperty('ResourcePolicy');
  });
});

describe('the fence', () => {
  it('is up in the one Region that is not to write, and down in the other', () => {
    expect(fenceOf(atHome, 'standby').action).toBe('putResourcePolicy');
    expect(fenceOf(atHome, 'home').action).toBe('deleteResourcePolicy');
    expect(fenceOf(moved, 'home').action).toBe('putResourcePolicy');
    expect(fenceOf(moved, 'standby').action).toBe('deleteResourcePolicy');
    expect(fenceOf(atHome, 'standby').parameters.ResourceArn).toMatch(/:dynamodb:ap-northeast-1:.*:table\/bindery$/);
  });
  it('refuses every write, but for what DynamoDB itself brings there, and no read', () => {
    const { ResourceArn, Policy = '' } = fenceOf(atHome, 'standby').parameters;
    const { Statement } = JSON.parse(Policy);
    expect(Statement).toHaveLength(1);
    expect(Statement[0]).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: ResourceArn,
      Condition: {
        ArnNotLike: {
          'aws:PrincipalArn': 'arn:*:iam::*:role/aws-service-role/replication.dynamodb.amazonaws.com/*',
        },
      },
    });
    for (const action of ['PutItem', 'DeleteItem', 'UpdateItem', 'BatchWriteItem', 'ConditionCheckItem'])
      expect(actionsOf(Statement[0])).toContain(`dynamodb:${action}`);
    expect(actionsOf(Statement[0]).filter((action) => /Get|Query/.test(action))).toEqual([]);
  });
  it('stands as soon as the table does, and falls only after the other one stands and the edge leads there', () => {
    const waitsFor = ({ leansOn }: typeof atHome, stack: string) =>
      (leansOn[stack] ?? []).filter((one) => !one.endsWith('.assets')).toSorted();
    expect(waitsFor(atHome, 'bindery-prod-standby-fence')).toEqual(['bindery-prod-data']);
    expect(waitsFor(moved, 'bindery-prod-fence')).toEqual(['bindery-prod-data']);
    const last = ['bindery-prod-data', 'bindery-prod-edge'];
    expect(waitsFor(atHome, 'bindery-prod-fence')).toEqual([...last, 'bindery-prod-standby-fence']);
    expect(waitsFor(moved, 'bindery-prod-standby-fence')).toEqual([...last, 'bindery-prod-fence']);
  });
});

describe('the switch', () => {
  /** What the stacks of a Region tell those of another one, without what the values are. */
  const told = (synthesised: typeof atHome) =>
    synthesised
      .of('Custom::CrossRegionExportWriter')
      .flatMap(({ stack, Properties }) =>
        Object.keys(Object(Properties['WriterProps']).exports).map((name) => `${stack} ${name}`),
      )
      .toSorted();
  it('changes nothing of what a Region tells another, so that a deployment that fails can go back', () => {
    expect(told(atHome).length).toBeGreaterThan(5);
    expect(told(moved)).toEqual(told(atHome));
  });
  it('makes nothing whose name stands already at the other site: roles have one name in all Regions', () => {
    const namesOf = (synthesised: typeof atHome) =>
      synthesised
        .of('AWS::IAM::Role')
        .concat(synthesised.of('AWS::IAM::ManagedPolicy'))
        .flatMap(({ stack, Properties }) =>
          [Properties['RoleName'] ?? Properties['ManagedPolicyName'] ?? []]
            .flat()
            .map((name) => [name, stack] as const),
        );
    const owners = new Map(namesOf(atHome));
    expect(owners.size).toBeGreaterThan(2);
    for (const [name, stack] of namesOf(moved)) expect([name, owners.get(name) ?? stack]).toEqual([name, stack]);
  });
});

describe('the site that does not write', () => {
  const statesOf = (synthesised: typeof atHome, site: 'home' | 'standby') => ({
    queues: new Set(
      inStacks(synthesised, 'AWS::Lambda::EventSourceMapping', site).map((one) => one.Properties['Enabled']),
    ),
    timers: new Set(
      inStacks(synthesised, 'AWS::Scheduler::Schedule', site)
        .filter(({ stack }) => !stack.endsWith('-watch'))
        .map((one) => one.Properties['State']),
    ),
    pipes: inStacks(synthesised, 'AWS::Pipes::Pipe', site).map((one) => one.Properties['DesiredState']),
  });
  it('has every function, and none of them is woken: queues keep what waits, timers and the pipe stand still', () => {
    const namesIn = (site: 'home' | 'standby') =>
      inStacks(atHome, 'AWS::Lambda::Function', site)
        .flatMap(({ Properties }) => ('FunctionName' in Properties ? [String(Properties['FunctionName'])] : []))
        // The copy's stream is not known yet, and secrets turn at home.
        .filter((name) => !/-(split-records|rotate-.*)$/.test(name))
        .toSorted();
    expect(namesIn('standby')).toEqual(namesIn('home'));
    expect(statesOf(atHome, 'standby')).toEqual({
      queues: new Set([false]),
      timers: new Set(['DISABLED']),
      // The stream of the copy is not known until the copy is there.
      pipes: [],
    });
    expect(statesOf(moved, 'home')).toEqual({
      queues: new Set([false]),
      timers: new Set(['DISABLED']),
      pipes: ['STOPPED'],
    });
  });
  it('is woken once it writes', () => {
    expect(statesOf(moved, 'standby')).toEqual({
      queues: new Set([true]),
      timers: new Set(['ENABLED']),
      pipes: ['RUNNING'],
    });
  });
  it('is not where the edge leads', () => {
    const originOf = ({ of }: typeof atHome) => pointsTo(of('AWS::CloudFront::Distribution')[0]?.Properties);
    expect(originOf(atHome)).toContain('binderyprodapiapsoutheast1');
    expect(originOf(moved)).toContain('binderyprodstandbyapiapnortheast1');
  });
});

describe('what the standby holds', () => {
  it('are copies of every key and every secret', () => {
    expect(atHome.of('AWS::KMS::ReplicaKey')).toHaveLength(4);
    for (const { Properties } of atHome.of('AWS::KMS::Key'))
      if (!/alarms|exports/.test(String(Properties['Description']))) expect(Properties['MultiRegion']).toBe(true);
    for (const { Properties } of atHome.of('AWS::SecretsManager::Secret'))
      expect(pointsTo(Properties['ReplicaRegions'])).toContain('ap-northeast-1');
  });
  it('is a copy of all evidence, in write-once storage of its own, within a quarter of an hour', () => {
    const archives = atHome
      .of('AWS::S3::Bucket')
      .filter(({ stack, Properties }) => /-data$/.test(stack) && Properties['ObjectLockEnabled'] === true);
    expect(archives).toHaveLength(2);
    const [copied] = archives.flatMap(({ Properties }) => Properties['ReplicationConfiguration'] ?? []);
    expect(copied).toMatchObject({
      Rules: [
        {
          Status: 'Enabled',
          Filter: { Prefix: '' },
          DeleteMarkerReplication: { Status: 'Disabled' },
          Destination: { ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } } },
        },
      ],
    });
  });
});

describe('a stage', () => {
  it('is not synthesised with what CloudFormation would refuse, as a stream that is none', () => {
    const wrong = stageNamed('prod', { standbyStream: 'arn:stream' });
    expect(() => synthesise(capabilities, wrong)).toThrow(/'arn:stream' does not match/);
  });
  it('has its standby in another Region, and no writer that it does not have', () => {
    expect(() => stageNamed('prod', { regions: { standby: 'ap-southeast-1' } })).toThrow('BINDERY_STANDBY_REGION');
    expect(() => stageNamed('dev', { writer: 'standby' })).toThrow('BINDERY_WRITER is standby; it can be home alone.');
    expect(() => stageNamed('prod', { writer: 'both' })).toThrow('home or standby');
  });
  it('of production names an account for its exports that is not its own', () => {
    expect(() => stageNamed('prod', { vaultAccount: undefined })).toThrow('BINDERY_VAULT_ACCOUNT');
    expect(() => stageNamed('prod', { vaultAccount: '111122223333' })).toThrow('BINDERY_VAULT_ACCOUNT');
    expect(stageNamed('dev', { vaultAccount: undefined }).backups).toBeUndefined();
  });
  it('of rehearsals gets a standby when it is to practise the switch', () => {
    expect(stageNamed('staging').regions).toEqual({ home: 'ap-southeast-1' });
    const practising = stageNamed('staging', { regions: { standby: 'eu-west-1' }, writer: 'standby' });
    expect([practising.regions.standby, practising.writer]).toEqual(['eu-west-1', 'standby']);
  });
  it('that nobody knows is named with those that there are', () => {
    expect(() => stageNamed('test' as 'dev')).toThrow('There is no stage test; there are dev, staging, prod.');
  });
});
