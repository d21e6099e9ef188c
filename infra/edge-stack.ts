import { type App, CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { viewerAddress } from '../functions/_kit/settings.ts';
import { acknowledge } from './acknowledge.ts';
import { type Api, knowDoors } from './api-stack.ts';
import { firewall } from './firewall.ts';
import { sentByEdge } from './origin-secret.ts';
import { edgeRegion, stackIn } from './places.ts';
import type { Stage } from './stages.ts';

/**
 * Where the viewer's own address stands, for whoever counts by addresses; what a viewer sent there is overwritten. The
 * edge reads an older language than ours: it does not take arguments apart.
 */
const addressed = (stack: Stack): EdgeFunction =>
  new EdgeFunction(stack, 'Addressed', {
    comment: 'Writes down who asks.',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(
      `function handler(event) {
  event.request.headers['${viewerAddress}'] = { value: event.viewer.ip };
  return event.request;
}`,
    ),
  });

const zoneOf = (stack: Stack, { domain }: Stage): IHostedZone | undefined =>
  domain.zoneId === undefined
    ? undefined
    : HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: domain.zoneId, zoneName: domain.name });

const servedAs = (stack: Stack, host: string, zone: IHostedZone | undefined) =>
  zone === undefined
    ? {}
    : {
        domainNames: [host],
        certificate: new Certificate(stack, 'Certificate', {
          domainName: host,
          validation: CertificateValidation.fromDns(zone),
        }),
      };

const nameInZone = (stack: Stack, zone: IHostedZone, host: string, to: Distribution): void => {
  const record = { zone, recordName: host, target: RecordTarget.fromAlias(new CloudFrontTarget(to)) };
  new ARecord(stack, 'Name', record);
  new AaaaRecord(stack, 'NameSix', record);
};

/** The API of the place that writes: by TLS alone, and with the secret by which it knows that we ask. */
const originOf = ({ host }: Api, stage: Stage): HttpOrigin =>
  new HttpOrigin(host, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(15),
    customHeaders: sentByEdge(stage),
  });

type Fronted = {
  readonly origin: HttpOrigin;
  readonly served: ReturnType<typeof servedAs>;
  readonly firewallArn: string;
};

const distributionOf = (stack: Stack, stage: Stage, { origin, served, firewallArn }: Fronted) => {
  const distribution = new Distribution(stack, 'Edge', {
    ...served,
    comment: `Bindery ${stage.name}`,
    webAclId: firewallArn,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // Answers are about one caller, or say themselves how long they hold.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [{ function: addressed(stack), eventType: FunctionEventType.VIEWER_REQUEST }],
    },
  });
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Policies are sold wherever a partner sells; sanctions are rules of underwriting.',
  );
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'The API logs every request without its query, which these logs would show.',
  );
  if (stage.domain.zoneId === undefined)
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'Only a certificate of a domain of its own can ask for a newer TLS.',
    );
  return distribution;
};

export type Edge = {
  readonly stack: Stack;
  /** The address under which the platform is known. */
  readonly url: string;
  readonly distributionId: string;
  readonly firewallArn: string;
};

/** The edge: one door for all Regions, with its firewall before it, which leads to the site that writes. */
export const edgeStack = (app: App, stage: Stage, writing: Api, doors: readonly Api[]): Edge => {
  const place = { site: 'home', region: edgeRegion } as const;
  const stack = stackIn(app, stage, place, { part: 'edge', description: 'CloudFront, and the firewall before it.' });
  const zone = zoneOf(stack, stage);
  const host = `api.${stage.domain.name}`;
  const firewallArn = firewall(stack, stage).attrArn;
  const served = servedAs(stack, host, zone);
  const distribution = distributionOf(stack, stage, { origin: originOf(writing, stage), served, firewallArn });
  if (zone !== undefined) nameInZone(stack, zone, host, distribution);
  const url = `https://${zone === undefined ? distribution.distributionDomainName : host}`;
  new CfnOutput(stack, 'ApiUrl', { value: `${url}/v1` });
  knowDoors(stack, doors);
  return { stack, url, distributionId: distribution.distributionId, firewallArn };
};
