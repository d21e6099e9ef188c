import { ArnFormat, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import {
  AuthorizerPayloadVersion,
  HttpAuthorizer,
  HttpAuthorizerType,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { originHeader, rotationSettings } from '../functions/_kit/settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { Bell } from './alarms.ts';
import type { Api } from './api-stack.ts';
import type { CodeOf } from './deployment.ts';
import { binderyFunction } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { edgeRegion, type Place } from './places.ts';
import type { PlatformFunctionName } from './platform-functions.ts';
import type { KeptSecret } from './secrets.ts';
import type { Stage } from './stages.ts';

const name: PlatformFunctionName = 'check-origin';

const secretNameOf = ({ name: stage }: Stage): string => `bindery/${stage}/origin`;

/**
 * The secret by which the edge proves itself at the door. Home makes it and turns it; copies stand where the edge is
 * put up, and where the standby's door is. It lies under the Regions' own keys, for no key of ours is in all of them.
 */
const madeAtHome = (stack: Stack, stage: Stage): KeptSecret => {
  const copies = [...new Set([stage.regions.standby, edgeRegion])].filter(
    (region) => region !== undefined && region !== stage.regions.home,
  );
  const secret = new Secret(stack, 'OriginSecret', {
    description: 'Bindery: by which the edge proves itself at the door.',
    secretName: secretNameOf(stage),
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'current',
      passwordLength: 64,
      excludePunctuation: true,
    },
    replicaRegions: copies.map((region) => ({ region: `${region}` })),
    // Whoever puts the platform up again makes another one.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(secret, 'AwsSolutions-SMG4', 'Turned every month by a function of another stack (infra/rotation.ts).');
  return { arn: secret.secretArn, inPolicies: secret.secretArn };
};

const copied = (stack: Stack, stage: Stage): KeptSecret => {
  const { secretArn } = Secret.fromSecretNameV2(stack, 'OriginSecret', secretNameOf(stage));
  return { arn: secretArn, inPolicies: `${secretArn}-??????` };
};

export const originSecret = (stack: Stack, stage: Stage, { site }: Place): KeptSecret =>
  site === 'home' ? madeAtHome(stack, stage) : copied(stack, stage);

/**
 * What the edge sends, in a template of the edge's Region: CloudFormation reads it when it puts the edge up, and the
 * template says only where. The stack of `originSecret` has to be there before.
 */
export const sentByEdge = (stage: Stage): Readonly<Record<string, string>> => ({
  [originHeader]: SecretValue.secretsManager(secretNameOf(stage), { jsonField: 'current' }).unsafeUnwrap(),
});

const checker = (bell: Bell, secret: KeptSecret, codeOf: CodeOf): Alias => {
  const { stack, stage } = bell;
  const spec = {
    name,
    description: 'Bindery: lets in what comes through the edge.',
    memoryMb: stage.memoryMb.shared,
    timeout: Duration.seconds(5),
    environment: { [rotationSettings.secret]: secret.arn },
    readsSecrets: true,
  };
  const { fn, live } = binderyFunction(stack, stage, spec, codeOf);
  fn.addToRolePolicy(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.inPolicies] }),
  );
  functionAlarms(bell, fn, {
    name,
    says: 'Nobody gets in: the door takes no request, from partners, people or providers.',
    promises: ['partners-can-sell', 'money-is-applied', 'claims-are-paid'],
  });
  return live;
};

/** The gateway remembers for a minute what was let in: an address of ours is asked by the edge alone, with one value. */
const remembered = Duration.minutes(1);

/**
 * The door's check of each request: the gateway turns away what brings no header, and asks about each value once a
 * minute. Give it to every route.
 */
export const originAuthorizer = (
  { api }: Pick<Api, 'api'>,
  bell: Bell,
  { secret, codeOf }: { readonly secret: KeptSecret; readonly codeOf: CodeOf },
): IHttpRouteAuthorizer => {
  const { stack } = bell;
  const live = checker(bell, secret, codeOf);
  const { region } = Stack.of(api);
  const authorizer = new HttpAuthorizer(stack, 'CheckOrigin', {
    httpApi: api,
    authorizerName: name,
    type: HttpAuthorizerType.LAMBDA,
    payloadFormatVersion: AuthorizerPayloadVersion.VERSION_2_0,
    enableSimpleResponses: true,
    authorizerUri: `arn:${stack.partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${live.functionArn}/invocations`,
    identitySource: [`$request.header.${originHeader}`],
    resultsCacheTtl: remembered,
  });
  live.addPermission('Door', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: stack.formatArn({
      service: 'execute-api',
      resource: api.apiId,
      resourceName: `authorizers/${authorizer.authorizerId}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  });
  return HttpAuthorizer.fromHttpAuthorizerAttributes(stack, 'CheckedOrigin', {
    authorizerId: authorizer.authorizerId,
    authorizerType: 'CUSTOM',
  });
};
