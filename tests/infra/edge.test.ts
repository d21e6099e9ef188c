import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../../functions/_kit/http/parse.ts';
import { limitsOf } from '../../functions/_kit/limits.ts';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { pointsTo, stageNamed, synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const contracts = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));
const prod = synthesise(capabilities);
const plain = synthesise(capabilities, stageNamed('dev', { zoneId: undefined }));

const configOf = ({ of }: typeof prod) =>
  Object(of('AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig']);
type Rule = {
  readonly Name: string;
  readonly Priority: number;
  readonly Statement: object;
  readonly Action?: { readonly Block?: { readonly CustomResponse?: { readonly ResponseCode: number } } };
};
const [acl] = prod.of('AWS::WAFv2::WebACL');
const rules = (acl?.Properties['Rules'] ?? []) as readonly Rule[];
const rule = (name: string): Rule => {
  const found = rules.find(({ Name }) => Name === name);
  if (found === undefined) throw new Error(`The firewall has no rule ${name}.`);
  return found;
};

describe('the edge', () => {
  it('stands where CloudFront takes firewalls and certificates from, whichever Region is home', () => {
    expect(prod.of('AWS::CloudFront::Distribution')[0]?.stack).toBe('bindery-prod-edge');
    expect(configOf(prod).WebACLId).toEqual({ 'Fn::GetAtt': [acl?.id, 'Arn'] });
    expect(acl?.Properties['Scope']).toBe('CLOUDFRONT');
  });
  it('speaks TLS alone, to callers and to the API, and keeps no answer', () => {
    const { DefaultCacheBehavior: behavior, Origins, ViewerCertificate } = configOf(prod);
    expect(behavior).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      // "CachingDisabled" of AWS.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    });
    expect(ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    expect(Origins[0].CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });
  it('proves to the API that it is the edge, by a secret that no template holds', () => {
    const [origin] = configOf(prod).Origins;
    expect(pointsTo(origin.OriginCustomHeaders)).toMatch(/x-origin-secret.*\{\{resolve:secretsmanager:/);
  });
  it('writes down who asks, over whatever a caller sent there', () => {
    const [fn] = prod.of('AWS::CloudFront::Function');
    const handler = new Function(`${fn?.Properties['FunctionCode']}; return handler;`)();
    const request = { headers: { 'x-viewer-address': { value: '203.0.113.9' } } };
    expect(handler({ request, viewer: { ip: '198.51.100.7' } }).headers['x-viewer-address']).toEqual({
      value: '198.51.100.7',
    });
    // Its runtime knows no destructuring (CloudFront Developer Guide, "JavaScript runtime 2.0 features").
    expect(fn?.Properties['FunctionCode']).toMatch(/^function handler\(event\) \{[^{]*= \{ value: [\w.]+ \};[^{]*\}$/);
    expect(configOf(prod).DefaultCacheBehavior.FunctionAssociations[0].EventType).toBe('viewer-request');
  });
  it('is served under a domain of its own where the stage has a zone, and under CloudFront’s name else', () => {
    expect(configOf(prod).Aliases).toEqual(['api.bindery.test']);
    expect(
      prod
        .of('AWS::Route53::RecordSet')
        .map(({ Properties }) => Properties['Type'])
        .toSorted(),
    ).toEqual(['A', 'AAAA']);
    expect(configOf(plain).Aliases).toBeUndefined();
    const issuers = plain
      .of('AWS::Lambda::Function')
      .map(({ Properties }) => Object(Object(Properties['Environment']).Variables)['TOKEN_ISSUER'])
      .filter((issuer) => issuer !== undefined);
    expect(issuers.length).toBeGreaterThan(10);
    for (const issuer of issuers) expect(pointsTo(issuer)).toMatch(/bindery-dev-|ExportsReader/);
  });
});

describe('the firewall', () => {
  it('looks at each request in a fixed order, its own rules and those of AWS', () => {
    expect(rules.toSorted((a, b) => a.Priority - b.Priority).map(({ Name }) => Name)).toEqual([
      'AmazonIpReputationList',
      'FloodOfAddress',
      'FloodOfToken',
      'BodyTooLarge',
      'KnownBadInputsRuleSet',
      'CommonRuleSet',
    ]);
  });
  it('turns floods away with 429, those of one address and those under one token', () => {
    const status = (name: string) => rule(name).Action?.Block?.CustomResponse?.ResponseCode;
    expect([status('FloodOfAddress'), status('FloodOfToken'), status('BodyTooLarge')]).toEqual([429, 429, 413]);
    expect(rule('FloodOfAddress').Statement).toMatchObject({ RateBasedStatement: { AggregateKeyType: 'IP' } });
    expect(pointsTo(rule('FloodOfToken').Statement)).toMatch(/CUSTOM_KEYS.*"Name":"authorization"/);
  });
  it.each(contracts.map((one) => [one.id, one] as const))(
    'lets through what %s may be asked for five minutes under one token or from one address',
    (_id, one) => {
      for (const { by, rate } of limitsOf(one)) {
        const { Limit } = Object(
          rule(by === 'address' ? 'FloodOfAddress' : 'FloodOfToken').Statement,
        ).RateBasedStatement;
        if (by !== 'tenant') expect(Limit).toBeGreaterThanOrEqual(rate.perSecond * 300);
      }
    },
  );
  it('takes no body that is larger than a document may be, but for batches', () => {
    const text = pointsTo(rule('BodyTooLarge').Statement);
    expect(text).toContain(`"Size":${maxBodyBytes}`);
    expect(text).toContain('"OversizeHandling":"MATCH"');
    for (const { batch, path } of contracts) if (batch !== undefined) expect(path).toMatch(/\/batch$/);
    expect(text).toContain('"SearchString":"/batch"');
  });
  it('lets programs in that do not say who they are, and what people write about a loss', () => {
    const { ManagedRuleGroupStatement } = Object(rule('CommonRuleSet').Statement);
    expect(ManagedRuleGroupStatement.RuleActionOverrides).toEqual(
      ['SizeRestrictions_BODY', 'NoUserAgent_HEADER', 'CrossSiteScripting_BODY'].map((Name) => ({
        Name,
        ActionToUse: { Count: {} },
      })),
    );
  });
  it('keeps a log of what it turned away, without tokens and queries', () => {
    const [logging] = prod.of('AWS::WAFv2::LoggingConfiguration');
    expect(pointsTo(logging?.Properties['LogDestinationConfigs'])).toMatch(/:log-group:aws-waf-logs-bindery-prod"\]/);
    expect(logging?.DependsOn).toEqual([expect.stringMatching(/^FirewallLog/)]);
    expect(pointsTo(logging?.Properties['RedactedFields'])).toMatch(
      /authorization.*QueryString|QueryString.*authorization/,
    );
    expect(pointsTo(logging?.Properties['LoggingFilter'])).toContain('"DefaultBehavior":"DROP"');
  });
});
