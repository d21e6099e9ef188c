import { ArnFormat, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { maxBodyBytes } from '../functions/_kit/http/parse.ts';
import type { Stage } from './stages.ts';

type Rule = CfnWebACL.RuleProperty;

const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
const asTheySay = { none: {} };
const nothingRewritten = [{ priority: 0, type: 'NONE' }];

/** The edge looks at this much of a body; what is longer is measured all the same. */
const lookedAt = 'KB_64';

/** Rules that AWS keeps up to date. Bodies have a rule of ours, which knows how large a batch may be. */
const managed = (name: string, except: readonly string[] = []): Omit<Rule, 'priority'> => ({
  name,
  overrideAction: asTheySay,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: `AWSManagedRules${name}`,
      ruleActionOverrides: except.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seen(name),
});

const blocked = (name: string, statement: CfnWebACL.StatementProperty, status: number): Omit<Rule, 'priority'> => ({
  name,
  statement,
  action: { block: { customResponse: { responseCode: status } } },
  visibilityConfig: seen(name),
});

const flood = { evaluationWindowSec: 300 };

const perAddress = (limit: number) =>
  blocked('FloodOfAddress', { rateBasedStatement: { ...flood, limit, aggregateKeyType: 'IP' } }, 429);

/** Who asks under one token is one caller, from however many addresses. */
const perToken = (limit: number) =>
  blocked(
    'FloodOfToken',
    {
      rateBasedStatement: {
        ...flood,
        limit,
        aggregateKeyType: 'CUSTOM_KEYS',
        customKeys: [{ header: { name: 'authorization', textTransformations: nothingRewritten } }],
      },
    },
    429,
  );

const largerThan = (size: number): CfnWebACL.StatementProperty => ({
  sizeConstraintStatement: {
    fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
    comparisonOperator: 'GT',
    size,
    textTransformations: nothingRewritten,
  },
});

const batchPath: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'ENDS_WITH',
    searchString: '/batch',
    textTransformations: nothingRewritten,
  },
};

const tooLarge = blocked(
  'BodyTooLarge',
  { andStatement: { statements: [largerThan(maxBodyBytes), { notStatement: { statement: batchPath } }] } },
  413,
);

/**
 * What is counted and let through: sizes have a rule of ours; programs need not say who they are; and what people write
 * about a loss may hold a `<`, for it is kept sealed and never shown as a page.
 */
const counted = ['SizeRestrictions_BODY', 'NoUserAgent_HEADER', 'CrossSiteScripting_BODY'];

/** What the firewall looks at, in this order. */
const rulesOf = ({ flood: limits }: Stage): readonly Rule[] =>
  [
    managed('AmazonIpReputationList'),
    perAddress(limits.perAddress),
    perToken(limits.perToken),
    tooLarge,
    managed('KnownBadInputsRuleSet'),
    managed('CommonRuleSet', counted),
  ].map((rule, priority) => ({ ...rule, priority }));

/** The log of what was turned away, without tokens and without what was asked. */
const turnedAway = (stack: Stack, { name, logDays }: Stage, acl: CfnWebACL): void => {
  // WAF writes only to groups whose names begin like this.
  const logGroupName = `aws-waf-logs-bindery-${name}`;
  const log = new LogGroup(stack, 'FirewallLog', {
    logGroupName,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const logging = new CfnLoggingConfiguration(stack, 'FirewallLogging', {
    resourceArn: acl.attrArn,
    // The group itself, and not its streams, of which its own attribute speaks (`…:*`).
    logDestinationConfigs: [
      stack.formatArn({
        ...{ service: 'logs', resource: 'log-group', resourceName: logGroupName },
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
    redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    },
  });
  logging.node.addDependency(log);
};

/** The firewall before the front door. What it lets through is still looked at by the functions. */
export const firewall = (stack: Stack, stage: Stage): CfnWebACL => {
  const acl = new CfnWebACL(stack, 'Firewall', {
    name: `bindery-${stage.name}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    associationConfig: { requestBody: { CLOUDFRONT: { defaultSizeInspectionLimit: lookedAt } } },
    rules: [...rulesOf(stage)],
    visibilityConfig: seen('all'),
  });
  turnedAway(stack, stage, acl);
  return acl;
};
