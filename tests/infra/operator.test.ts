import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { groupsOf } from '../../infra/groups.ts';
import { operatorStack } from '../../infra/operator.ts';
import { placeOf, stackIn } from '../../infra/places.ts';
import type { Site } from '../../infra/stages.ts';
import { ownersOf } from '../../local/dead-letters/cloud/owners.ts';
import { stageNamed } from './synth.ts';

const capabilities = await loadCapabilities();
const groups = groupsOf(capabilities);
const names = (kind: string): readonly string[] => groups.filter((one) => one.kind === kind).map(({ name }) => name);

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const stage = stageNamed('prod');

const synthesise = (site: Site) => {
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-operator-'));
  const context = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' };
  const app = new App({ outdir, context });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const place = placeOf(stage, site);
  const data = stackIn(app, stage, place, { part: 'data', description: 'a key.' });
  const storageKey = new Key(data, 'Key', { enableKeyRotation: true });
  const { stackName } = operatorStack(app, { stage, place, groups, storageKey });
  const { template } = app.synth().getStackByName(stackName);
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports[0];
  rmSync(outdir, { recursive: true });
  const [policy, ...more] = Object.values(template.Resources as Record<string, { Type: string; Properties: unknown }>);
  if (policy === undefined || more.length > 0) throw new Error('The stack holds one policy.');
  const { ManagedPolicyName, PolicyDocument } = Object(policy.Properties);
  const statements: readonly Statement[] = PolicyDocument.Statement;
  return { name: ManagedPolicyName, statements, document: PolicyDocument, report };
};
const { name, statements, document, report } = synthesise('home');

/** An ARN or a list of them as text, with what the deployment fills in left out. */
const textOf = (resource: unknown): readonly string[] =>
  [resource].flat().map((one) => {
    const joined: readonly unknown[] = Object(one)['Fn::Join']?.[1] ?? [one];
    return joined.map((part) => (typeof part === 'string' ? part : '<>')).join('');
  });
const may = (action: string): readonly string[] =>
  statements.filter((one) => [one.Action].flat().includes(action)).flatMap(({ Resource }) => textOf(Resource));
const { home } = stage.regions;
const queue = (one: string): string => `arn:<>:sqs:${home}:<>:bindery-prod-${one}`;

describe('the policy of operators', () => {
  it('is named after its stage, and allows and denies nothing by exception', () => {
    expect(name).toBe('bindery-prod-operator');
    for (const one of statements) {
      expect(one.Effect).toBe('Allow');
      expect(Object.keys(one)).not.toContain('NotAction');
      expect(JSON.stringify(one.Action)).not.toContain('*');
    }
  });
  it('lets them take letters from every dead-letter queue of the stage, each by its name', () => {
    const dead = [...names('queue'), ...names('schedule'), 'outbox', 'export'].map((one) => queue(`${one}-dead`));
    expect(dead.length).toBeGreaterThan(10);
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'])
      expect(may(action).toSorted()).toEqual(dead.toSorted());
  });
  it('lets them put a letter back to a subscriber, and read or delete nothing there', () => {
    expect(may('sqs:SendMessage').toSorted()).toEqual(names('queue').map(queue).toSorted());
    expect(may('sqs:ReceiveMessage')).not.toContain(queue(names('queue')[0] ?? ''));
    expect(may('sqs:PurgeQueue')).toEqual([]);
  });
  it('covers what the command replays: every subscriber that it knows', () => {
    const ownerOf = ownersOf(capabilities);
    for (const one of names('queue')) expect(ownerOf(one).kind).toBe('subscriber');
    for (const one of names('schedule')) expect(ownerOf(one).kind).toBe('schedule');
    expect(ownerOf('outbox').kind).toBe('outbox');
  });
  it('lets them write and read their own decisions in the archive, and none of its evidence', () => {
    for (const action of ['s3:PutObject', 's3:GetObject'])
      expect(may(action)).toEqual([`arn:<>:s3:::bindery-prod-archive-<>-${home}/ops/dead-letters/*`]);
    const listing = statements.filter(({ Action }) => Action === 's3:ListBucket');
    expect(listing.map(({ Condition }) => Condition)).toEqual([{ StringLike: { 's3:prefix': 'ops/dead-letters/*' } }]);
    expect(may('s3:DeleteObject')).toEqual([]);
  });
  it('lets them use the storage key by way of S3 alone', () => {
    const [one, ...more] = statements.filter(({ Action }) => [Action].flat().includes('kms:GenerateDataKey'));
    expect(more).toEqual([]);
    expect(Object.keys(one?.Condition?.['StringEquals'] ?? {})).toEqual(['kms:ViaService']);
    expect(may('kms:Sign')).toEqual([]);
  });
  it('lets them look at the logs of the stage', () => {
    expect(may('logs:FilterLogEvents')).toEqual([`arn:<>:logs:${home}:<>:log-group:/bindery/prod/*`]);
  });
  it('names all resources only for what AWS shows for no narrower one, and nothing that holds or changes data', () => {
    const everywhere = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => [Action].flat());
    expect(everywhere).toEqual([
      'cloudwatch:DescribeAlarmHistory',
      'cloudwatch:DescribeAlarms',
      'cloudwatch:GetMetricData',
      'sqs:ListQueues',
    ]);
  });
  it('reaches no table, no function, no secret and no identity', () => {
    const services = new Set(statements.flatMap(({ Action }) => [Action].flat().map((one) => one.split(':')[0])));
    expect([...services].toSorted()).toEqual(['cloudwatch', 'kms', 'logs', 's3', 'sqs']);
  });
  it('has room: IAM takes 6,144 characters', () => {
    // What a deployment fills in is at most this long: partition, Region, account.
    const filled = JSON.stringify(document).replace(
      /\{"Fn::ImportValue":"[^"]*"\}/g,
      '"arn:aws:s3:::a-bucket-with-a-name-of-sixty-three-characters-in-all-as-max"',
    );
    const names = filled.replace(/\{"Fn::Join":\["",\[([^\]]*)\]\]\}/g, (_all, parts: string) =>
      JSON.stringify(
        parts
          .replace(/\{"Ref":"AWS::Partition"\}/g, 'aws')
          .replace(/\{"Ref":"AWS::Region"\}/g, 'ap-southeast-1')
          .replace(/\{"Ref":"AWS::AccountId"\}/g, '000000000000')
          .replace(/[",]/g, ''),
      ),
    );
    expect(names).not.toContain('Fn::');
    expect(names.length).toBeLessThan(5_000);
  });
  it('is about the archive that the stage has, which the command finds by the same name', () => {
    const [part = ''] = may('s3:ListBucket');
    expect(part).toBe(`arn:<>:s3:::bindery-prod-archive-<>-${home}`);
  });
  it('has another name and other resources where the standby is, for policies are one list for all Regions', () => {
    const standby = synthesise('standby');
    expect(standby.name).toBe('bindery-prod-standby-operator');
    expect(JSON.stringify(standby.statements)).not.toContain(home);
  });
  it('leaves no finding without a reason', () => {
    const open = report.violations.filter((one: object) => JSON.stringify(one).includes('bindery-prod-operator'));
    expect(open).toEqual([]);
    const taken = report.suppressedViolations.filter((one: object) => JSON.stringify(one).includes('operator'));
    expect(taken.length).toBeGreaterThan(0);
  });
});
