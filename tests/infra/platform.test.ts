import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { bindery } from '../../infra/bindery.ts';
import { groupsOf } from '../../infra/groups.ts';
import { letters } from './fixture.ts';
import { functionsOf, liveIdOf, nameOf, noCode, pointsTo, type Resource, stageNamed, synthesise } from './synth.ts';

const capabilities = [...(await loadCapabilities()), letters];
const groups = groupsOf(capabilities);
const prod = synthesise(capabilities);
const { of, text } = prod;
const functions = functionsOf(prod);

/** What is said of the table in the Region of its stack. */
const hereOf = ({ Properties }: Resource): Record<string, unknown> =>
  (Properties['Replicas'] as readonly Record<string, unknown>[])[0] ?? {};

describe('the stage', () => {
  it('synthesises without an account, and no finding is left that nobody took on', () => {
    expect(of('AWS::Lambda::Function').length).toBeGreaterThan(groups.length);
    const { conclusion, violations, suppressedViolations } = prod.report;
    expect([conclusion, violations]).toEqual(['success', []]);
    const rules = new Set(suppressedViolations.map(({ ruleName }) => ruleName.replace(/\[.*/, '')));
    expect([...rules].toSorted()).toEqual(
      ['CFR1', 'CFR3', 'IAM4', 'IAM5', 'SMG4', 'SQS3'].map((rule) => `AwsSolutions-${rule}`),
    );
    for (const { reason } of suppressedViolations) expect(reason).toMatch(/^.{30,}\.$/);
    // AWS keeps the layer of the secrets extension in an account of its own.
    expect(text.replaceAll(/\d{12}:layer:AWS-/g, '')).not.toMatch(/\b\d{12}\b/);
  });
  it('is not synthesised while a finding is open', () => {
    const app = bindery({ capabilities: [letters], stage: stageNamed('dev'), codeOf: noCode });
    new Queue(new Stack(app, 'careless'), 'WithoutDeadLetters');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS3');
  });
  it('keeps production data when its stack goes, and lets a developer throw theirs away', () => {
    const policyOf = (stage: 'dev' | 'prod') =>
      synthesise([letters], stage)
        .of('AWS::DynamoDB::GlobalTable')
        .map((table) => [Reflect.get(table, 'DeletionPolicy'), hereOf(table)['DeletionProtectionEnabled']]);
    expect(policyOf('prod')).toEqual([['Retain', true]]);
    expect(policyOf('dev')).toEqual([['Delete', false]]);
  });
});

describe('the data', () => {
  it('stand in one table with recovery to any second, a stream, a key of ours and indexes of keys alone', () => {
    const [table, ...more] = of('AWS::DynamoDB::GlobalTable');
    expect(more).toEqual([]);
    expect(table === undefined ? {} : hereOf(table)).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { KMSMasterKeyId: expect.anything() },
    });
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      GlobalSecondaryIndexes: ['listing', 'reference', 'queue', 'recorded'].map((IndexName) => ({
        IndexName,
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    });
  });
  it('lie in buckets that nobody outside can see and nothing reaches without TLS', () => {
    const policies = pointsTo(of('AWS::S3::BucketPolicy'));
    for (const { id, Properties } of of('AWS::S3::Bucket')) {
      expect(Object.values(Properties['PublicAccessBlockConfiguration'] as object)).toEqual([true, true, true, true]);
      expect(policies).toContain(id);
    }
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(of('AWS::S3::Bucket').length);
  });
  it('are evidence for ten years in an archive that nobody can change', () => {
    const [archive] = of('AWS::S3::Bucket').filter(({ Properties }) => Properties['ObjectLockEnabled'] === true);
    expect(archive?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } },
    });
  });
  it('are evidence that nobody may delete, or write under a name that is taken', () => {
    const [archive] = of('AWS::S3::Bucket').filter(({ Properties }) => Properties['ObjectLockEnabled'] === true);
    const [policy] = of('AWS::S3::BucketPolicy').filter(({ Properties }) =>
      pointsTo(Properties['Bucket']).includes(`"${archive?.id}"`),
    );
    const { Statement } = Object(policy?.Properties['PolicyDocument']);
    const everybody = { Effect: 'Deny', Principal: { AWS: '*' } };
    expect(Statement).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...everybody,
          Action: 's3:PutObject',
          Condition: { Null: { 's3:if-none-match': 'true' } },
        }),
        expect.objectContaining({
          ...everybody,
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
        }),
      ]),
    );
  });
  it('are encrypted under keys that rotate, but for those that sign, which another one follows', () => {
    const keys = of('AWS::KMS::Key').map(({ Properties }) => [Properties['KeyUsage'], Properties['EnableKeyRotation']]);
    expect(keys).toHaveLength(5);
    const signing = ['SIGN_VERIFY', undefined];
    expect(keys.filter(([usage]) => usage === 'SIGN_VERIFY')).toEqual([signing, signing]);
    expect(keys.filter(([, rotates]) => rotates === true)).toHaveLength(3);
  });
});

describe('a function', () => {
  it.each(functions.map((fn) => [nameOf(fn), fn.Properties] as const))(
    '%s runs Node 24 on arm64, traced, with a time limit, memory and a log that ends',
    (name, properties) => {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        MemorySize: expect.any(Number),
        Timeout: expect.any(Number),
      });
      const log = of('AWS::Logs::LogGroup').find((one) => String(one.Properties['LogGroupName']).endsWith(`/${name}`));
      expect(log?.Properties['RetentionInDays']).toBe(365);
    },
  );
  it('learns where a secret is and never what it is', () => {
    const variables = functions.flatMap(({ Properties }) =>
      Object.entries((Properties['Environment'] as { Variables?: object } | undefined)?.Variables ?? {}),
    );
    const secrets = variables.filter(([name]) => /SECRET(?!S_EXTENSION|S_MANAGER)/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    for (const [name, value] of secrets) {
      expect(name).toMatch(/_SECRET_ARN$/);
      expect(pointsTo(value)).toMatch(/Fn::ImportValue|^\{"Ref":/);
    }
    expect(text).not.toMatch(/whsec_|sk_live|sk_test|SecretString":"[^{]/);
  });
  it('has the secrets extension where it reads secrets, and nowhere else', () => {
    const withLayer = functions.filter(({ Properties }) => 'Layers' in Properties).map(nameOf);
    expect(withLayer).toEqual(expect.arrayContaining(['create-quote', 'price-letter', 'carry-letter']));
    expect(withLayer).not.toContain('customers-partner');
  });
  it('is of its own for a quote, and has more processor', () => {
    const [quote] = groups.filter(({ name }) => name === 'create-quote');
    expect(quote?.entries.map(({ id }) => id)).toEqual(['createQuote']);
    expect(functions.find((fn) => nameOf(fn) === 'create-quote')?.Properties['MemorySize']).toBe(1024);
  });
});

describe('the API', () => {
  const endpoints = groups
    .filter((group) => group.kind === 'http')
    .flatMap(({ name, entries }) => entries.map((one) => ({ name, one })));
  it.each(endpoints.map(({ name, one }) => [routeKeyOf(one), name] as const))('leads %s to %s, once', (route, name) => {
    const routes = of('AWS::ApiGatewayV2::Route').filter(({ Properties }) => Properties['RouteKey'] === route);
    expect(routes).toHaveLength(1);
    const integration = of('AWS::ApiGatewayV2::Integration').find(({ id }) =>
      pointsTo(routes[0]?.Properties['Target']).includes(`"${id}"`),
    );
    expect(pointsTo(integration?.Properties['IntegrationUri'])).toContain(`"${liveIdOf(prod, name)}"`);
  });
  it('has no other route', () => {
    expect(of('AWS::ApiGatewayV2::Route')).toHaveLength(endpoints.length);
  });
  it('logs neither path nor query nor body', () => {
    const [stage] = of('AWS::ApiGatewayV2::Stage');
    const format = pointsTo(stage?.Properties['AccessLogSettings']);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/path|query|body|header/i);
  });
});
