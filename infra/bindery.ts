import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Capability } from '../functions/_kit/contract.ts';
import type { Rung } from './alarms.ts';
import { apiStack } from './api-stack.ts';
import { capabilityStack, type Gateway } from './capability-stack.ts';
import { dataStack } from './data-stack.ts';
import type { CodeOf, Deployment } from './deployment.ts';
import { doorStack } from './door-stack.ts';
import { edgeStack } from './edge-stack.ts';
import { putFencesUp } from './fence.ts';
import { groupsOf } from './groups.ts';
import { type Keys, keyStack, replicaKeyStack } from './keys.ts';
import { operatorStack } from './operator.ts';
import { originAuthorizer, originSecret } from './origin-secret.ts';
import { outboxStack } from './outbox-pipe.ts';
import { peopleStack } from './people-stack.ts';
import { type Place, placesOf } from './places.ts';
import { type Proved, rotationStack } from './rotation.ts';
import type { Stage } from './stages.ts';
import { vaultStack } from './vault-stack.ts';
import { watchStack } from './watch-stack.ts';

export type BinderyProps = {
  readonly capabilities: readonly Capability[];
  readonly stage: Stage;
  readonly codeOf: CodeOf;
  readonly app?: AppProps;
  /** For who only reads the templates: the rules of AWS Solutions take longer than the synthesis. */
  readonly isReadOnly?: boolean;
};

const context = {
  // What CloudFormation would refuse when it is deployed is refused when it is synthesised.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  // No stack may take away what another still uses.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // S3 delivers access logs by a policy on their bucket, without access lists.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
};

/** The keys of each place: home makes them, the standby holds copies. */
const keysOf = (app: App, stage: Stage, places: readonly Place[]): ReadonlyMap<Place, Keys> => {
  const [home, standby] = places;
  if (home === undefined) throw new Error('A stage stands somewhere.');
  const keys = keyStack(app, stage, home);
  return new Map([
    [home, keys],
    ...(standby === undefined ? [] : [[standby, replicaKeyStack(app, stage, standby, keys)] as const]),
  ]);
};

/** What stands in a place before anybody can come in: its data, and its gateway with the check of who asks. */
const siteIn = (app: App, { stage, place, codeOf }: Pick<Deployment, 'stage' | 'place' | 'codeOf'>, keys: Keys) => {
  const foundation = dataStack(app, stage, place, keys);
  const api = apiStack(app, stage, place);
  const secret = originSecret(api.stack, stage, { place, keys });
  const rung: Rung[] = [];
  const bell = { stack: api.stack, stage, topics: foundation.topics, rung };
  return {
    place,
    foundation,
    rung,
    secret,
    gateway: { ...api, authorizer: originAuthorizer(api, bell, { secret, keys, codeOf }) },
  };
};

type Wanted = { readonly capabilities: readonly Capability[]; readonly gateway: Gateway; readonly proved: Proved };

/** Everything of a place that is no data: functions first, then the door before them, then what watches all of it. */
const putUp = (app: App, { capabilities, gateway, proved }: Wanted, deployment: Deployment): void => {
  const outbox = outboxStack(app, deployment);
  const stacks = capabilities.map((one) =>
    capabilityStack(app, { name: one.name, groups: groupsOf([one]) }, deployment, gateway),
  );
  const groups = groupsOf(capabilities);
  const http = groups.filter((group) => group.kind === 'http');
  const door = doorStack(app, gateway, http, deployment);
  // The gateway takes a throttle only for a route that is there.
  for (const stack of stacks) door.addStackDependency(stack);
  // Secrets turn at home, and the first turn knocks at the door.
  if (deployment.place.site === 'home') rotationStack(app, deployment, proved).addStackDependency(door);
  operatorStack(app, { ...deployment, groups, storageKey: deployment.foundation.keys.storage });
  const watch = watchStack(app, gateway.api.apiId, deployment);
  // CloudWatch takes the alarm of a promise only once every alarm that it names is there.
  for (const stack of [door, outbox]) if (stack !== undefined) watch.addStackDependency(stack);
};

/** The whole platform of one stage, derived from contracts. Any finding that nobody took on fails the synthesis. */
export const bindery = ({ capabilities, stage, codeOf, app: props = {}, isReadOnly = false }: BinderyProps): App => {
  const app = new App({ ...props, context: { ...context, ...props.context } });
  if (!isReadOnly) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Tags.of(app).add('service', 'bindery');
  Tags.of(app).add('stage', stage.name);
  const places = placesOf(stage);
  const keys = keysOf(app, stage, places);
  const sites = places.map((place) => {
    const ofPlace = keys.get(place);
    if (ofPlace === undefined) throw new Error(`There are no keys in ${place.region}.`);
    return siteIn(app, { stage, place, codeOf }, ofPlace);
  });
  const [home, standby] = sites;
  // The table names the copy of its key, and S3 the bucket into which it copies: both have to be there before.
  if (standby !== undefined) home?.foundation.stack.addStackDependency(standby.foundation.stack);
  const writing = sites.find(({ place }) => place.writes) ?? sites[0];
  if (home === undefined || writing === undefined) throw new Error('Nobody writes.');
  const doors = sites.map(({ gateway }) => gateway);
  const { stack: edge, url, ...fronted } = edgeStack(app, stage, writing.gateway, doors);
  // CloudFormation reads there what the edge is to send.
  edge.addStackDependency(home.gateway.stack);
  if (standby !== undefined) putFencesUp(app, stage, sites, { data: home.foundation.stack, edge });
  const people = peopleStack(app, stage, home.place);
  if (stage.backups !== undefined) vaultStack(app, stage, stage.backups);
  const doorUrl = `https://${writing.gateway.host}/v1/health`;
  const proved = { secret: home.secret, ...fronted, doorUrl, doors };
  for (const { gateway, ...site } of sites)
    putUp(app, { capabilities, gateway, proved }, { ...site, stage, codeOf, url, staffPool: people });
  return app;
};
