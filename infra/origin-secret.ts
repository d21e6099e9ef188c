import { ArnFormat, Duration, RemovalPolicy, SecretValue, type Stack } from 'aws-cdk-lib';
import {
  AuthorizerPayloadVersion,
  HttpAuthorizer,
  HttpAuthorizerType,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { originHeader, rotationSettings } from '../functions/_kit/settings.ts';
import { acknowledge } from './acknowledge.ts';
import type { Bell } from './alarms.ts';
import type { Api } from './api-stack.ts';
import type { CodeOf } from './deployment.ts';
import { binderyFunction } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import type { Keys } from './keys.ts';
import { edgeRegion, type Place } from './places.ts';
import type { PlatformFunctionName } from './platform-functions.ts';
import { rollOut } from './rollout.ts';
import type { KeptSecret } from './secrets.ts';
import type { Stage } from './stages.ts';
import { through } from './through.ts';

const name: PlatformFunctionName = 'check-origin';

const secretNameOf = ({ name: stage }: Stage): string => `bindery/${stage}/origin`;

/**
 * The secret by which the edge proves itself at the door. Home makes it and turns it; copies stand where the edge is
 * put up, and where the standby's door is, under the keys that Secrets Manager has there.
 */
const madeAtHome = (stack: Stack, stage: Stage, encryptionKey: IKey): KeptSecret => {
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
    encryptionKey,
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

type At = { readonly place: Place; readonly keys: Pick<Keys, 'storage'> };

export const originSecret = (stack: Stack, stage: Stage, { place, keys }: At): KeptSecret =>
  place.site === 'home' ? madeAtHome(stack, stage, keys.storage) : copied(stack, stage);

/**
 * What the edge sends, in a template of the edge's Region: CloudFormation reads it when it puts the edge up, and the
 * template says only where. The stack of `originSecret` has to be there before.
 */
export const sentByEdge = (stage: Stage): Readonly<Record<string, string>> => ({
  [originHeader]: SecretValue.secretsManager(secretNameOf(stage), { jsonField: 'current' }).unsafeUnwrap(),
});

type Checking = {
  readonly secret: KeptSecret;
  readonly keys: Pick<Keys, 'storage'>;
  readonly codeOf: CodeOf;
};

const checker = (bell: Bell, { secret, keys, codeOf }: Checking): Alias => {
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
  through(fn, 'secretsmanager', ['kms:Decrypt'], keys.storage.keyArn);
  const alarms = functionAlarms(bell, fn, {
    name,
    says: 'Nobody gets in, neither partners nor people nor providers, for the door takes no request.',
    promises: ['partners-can-sell', 'money-is-applied', 'claims-are-paid'],
  });
  rollOut(live, stage, alarms);
  return live;
};

/** How long the gateway remembers a value: the edge sends one and the same with every request. */
const remembered = Duration.minutes(1);

/**
 * The door's check of each request: the gateway turns away what brings no header, and asks about each value once a
 * minute. Give it to every route.
 */
export const originAuthorizer = ({ api }: Pick<Api, 'api'>, bell: Bell, checking: Checking): IHttpRouteAuthorizer => {
  const { stack } = bell;
  const live = checker(bell, checking);
  const asks = `lambda:path/2015-03-31/functions/${live.functionArn}/invocations`;
  const authorizer = new HttpAuthorizer(stack, 'CheckOrigin', {
    httpApi: api,
    authorizerName: name,
    type: HttpAuthorizerType.LAMBDA,
    payloadFormatVersion: AuthorizerPayloadVersion.VERSION_2_0,
    enableSimpleResponses: true,
    authorizerUri: `arn:${stack.partition}:apigateway:${stack.region}:${asks}`,
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
