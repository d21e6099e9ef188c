import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { settleSeconds } from '../../functions/_kit/rotation/ring.ts';
import { secretServices } from '../../infra/services.ts';
import { actionsOf, functionsOf, nameOf, pointsTo, stageNamed, statementsOf, synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const prod = synthesise(capabilities);
const { of, leansOn } = prod;

const schedules = of('AWS::SecretsManager::RotationSchedule').map(({ Properties }) => Properties);
const rotators = functionsOf(prod).filter((fn) => nameOf(fn).startsWith('rotate-'));
const rightsOf = (name: string) => statementsOf(prod, name);

describe('secrets that turn', () => {
  it('are those that are ours: the keys of offers and what the edge sends, every thirty days', () => {
    const turned = schedules.map(({ SecretId }) => pointsTo(SecretId).replace(/.*(offerkeys|OriginSecret).*/, '$1'));
    expect(turned.toSorted()).toEqual(['OriginSecret', 'offerkeys']);
    for (const { RotationRules } of schedules)
      expect(RotationRules).toEqual({ ScheduleExpression: 'rate(30 days)', Duration: '2h' });
  });
  it('are turned by functions that Secrets Manager may call, for this account alone', () => {
    const permissions = of('AWS::Lambda::Permission').map(({ Properties }) => Properties);
    for (const { RotationLambdaARN } of schedules) {
      const may = permissions.filter(({ FunctionName }) => pointsTo(FunctionName) === pointsTo(RotationLambdaARN));
      expect(may).toMatchObject([
        { Principal: 'secretsmanager.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' } },
      ]);
    }
  });
  it('turn once the door is open, at which the first turn knocks', () => {
    expect(leansOn['bindery-prod-rotation']).toEqual(expect.arrayContaining(['bindery-prod-door']));
  });
  it('turn at home alone: copies follow', () => {
    const whole = synthesise(capabilities, stageNamed('prod'));
    const stacks = whole.of('AWS::SecretsManager::RotationSchedule').map(({ stack }) => stack);
    expect(stacks).toEqual(['bindery-prod-rotation', 'bindery-prod-rotation']);
    const [origin] = whole.of('AWS::SecretsManager::Secret').filter(({ id }) => id.startsWith('OriginSecret'));
    // Where the edge is put up, and where the standby has its door.
    expect(origin?.Properties['ReplicaRegions']).toEqual([{ Region: 'ap-northeast-1' }, { Region: 'us-east-1' }]);
  });
  it('leave all others to those who gave them to us, and say so', () => {
    const others = secretServices.filter((service) => service !== 'offerKeys');
    expect(others.toSorted()).toEqual(['flights', 'provider', 'providerWebhooks', 'tracking']);
    const taken = prod.report.suppressedViolations.filter(({ ruleName }) => ruleName === 'AwsSolutions-SMG4');
    // One for each secret, for schedules stand in another stack than secrets do.
    expect(taken).toHaveLength(secretServices.length + 1);
    expect(taken.filter(({ reason }) => reason.includes('Given by somebody else'))).toHaveLength(others.length);
  });
});

describe('a function that turns a secret', () => {
  it('is one of two', () => {
    expect(rotators.map(nameOf).toSorted()).toEqual(['rotate-offer-keys', 'rotate-origin-secret']);
  });
  it.each(rotators.map(nameOf))('%s can touch its one secret, and neither the table nor the master key', (name) => {
    const rights = rightsOf(name);
    expect(rights.flatMap(actionsOf).filter((action) => action.startsWith('dynamodb:'))).toEqual([]);
    expect(pointsTo(rights)).not.toMatch(/MasterKey|SigningKey|TokenKey|Table/);
    const onSecrets = rights.filter((one) => actionsOf(one).some((action) => action.startsWith('secretsmanager:')));
    expect(onSecrets).toHaveLength(1);
    expect(actionsOf(onSecrets[0] ?? { Effect: '', Action: [], Resource: '' })).toEqual(
      ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
        (one) => `secretsmanager:${one}`,
      ),
    );
    expect(pointsTo(onSecrets[0]?.Resource)).not.toContain('*');
    // What is wrapped by KMS is opened by way of the secret's keeper alone.
    for (const { Condition } of rights.filter((one) => actionsOf(one).some((action) => action.startsWith('kms:'))))
      expect(pointsTo(Condition)).toMatch(/"kms:ViaService":.*secretsmanager/);
  });
  it('can change the edge where that is what it is for, and no other distribution', () => {
    const onEdge = (name: string) =>
      rightsOf(name).filter((one) => actionsOf(one).some((action) => action.startsWith('cloudfront:')));
    expect(onEdge('rotate-offer-keys')).toEqual([]);
    const [edge, ...more] = onEdge('rotate-origin-secret');
    expect(more).toEqual([]);
    expect(pointsTo(edge?.Resource)).toContain(':distribution/');
    expect(pointsTo(edge?.Resource)).not.toContain('*');
  });
  it('can look at the firewall of the edge, else CloudFront takes no change from it, and cannot change it', () => {
    const onFirewall = (name: string) =>
      rightsOf(name).filter((one) => actionsOf(one).some((action) => action.startsWith('wafv2:')));
    expect(onFirewall('rotate-offer-keys')).toEqual([]);
    const [looks, ...more] = onFirewall('rotate-origin-secret');
    expect(more).toEqual([]);
    expect(looks?.Action).toBe('wafv2:GetWebACL');
    expect(pointsTo(looks?.Resource)).toMatch(/binderyprodedge.*Firewall/);
  });
});

describe('the door', () => {
  const [authorizer, ...others] = of('AWS::ApiGatewayV2::Authorizer');
  it('asks of every request by which it came, and takes a plain yes or no', () => {
    expect(others).toEqual([]);
    expect(authorizer?.Properties).toMatchObject({
      ...{ AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true },
      IdentitySource: ['$request.header.x-origin-secret'],
    });
  });
  it('has no route without this check', () => {
    const routes = of('AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeGreaterThan(70);
    for (const { Properties } of routes) {
      expect(Properties['AuthorizationType'], String(Properties['RouteKey'])).toBe('CUSTOM');
      expect(pointsTo(Properties['AuthorizerId'])).toContain('CheckOrigin');
    }
  });
  it('remembers no value longer than a turn leaves for it', () => {
    expect(Number(authorizer?.Properties['AuthorizerResultTtlInSeconds'])).toBeLessThanOrEqual(settleSeconds / 10);
  });
  it('is checked by a function that reads the one secret, and is called by the gateway alone', () => {
    const rights = rightsOf('check-origin').flatMap(actionsOf);
    expect(rights.toSorted()).toEqual(
      [
        ...['kms:Decrypt', 'logs:CreateLogStream', 'logs:PutLogEvents', 'secretsmanager:GetSecretValue'],
        ...['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
      ].toSorted(),
    );
    const callers = of('AWS::Lambda::Permission').filter(({ Properties }) =>
      pointsTo(Properties['FunctionName']).includes('checkorigin'),
    );
    expect(callers.map(({ Properties }) => Properties['Principal'])).toEqual(['apigateway.amazonaws.com']);
    expect(pointsTo(callers[0]?.Properties['SourceArn'])).toMatch(/execute-api.*authorizers\//);
  });
});
