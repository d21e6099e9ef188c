import { Duration, type Stack } from 'aws-cdk-lib';
import { settings } from '../functions/_kit/settings.ts';
import { promisesOf, sentencesOf } from './alarms.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { entryAlarms } from './entry-alarms.ts';
import { binderyFunction, type Live } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { usesOf } from './grants.ts';
import type { FunctionGroup } from './groups.ts';
import { rollOut } from './rollout.ts';
import { grantServices } from './service-access.ts';
import { keepsSecret } from './services.ts';
import type { Stage } from './stages.ts';
import { grantTable } from './table-access.ts';

/** A timer's run ends before the next begins; Lambda gives a quarter of an hour at most. */
const timerSeconds = (everyMinutes: number): number => Math.min(everyMinutes * 60 - 5, 15 * 60);

const timeoutOf = (group: FunctionGroup): Duration => {
  switch (group.kind) {
    case 'http':
      return Duration.seconds(10);
    case 'queue':
      return Duration.seconds(30);
    default:
      return Duration.seconds(Math.min(...group.entries.map((one) => timerSeconds(one.everyMinutes))));
  }
};

/** A checkout waits for an entry that has a function of its own. */
const memoryOf = (group: FunctionGroup, { memoryMb }: Stage): number =>
  group.kind === 'http' && group.ownFunction ? memoryMb.own : memoryMb.shared;

const environmentOf = ({ stage, url }: Deployment): Readonly<Record<string, string>> => ({
  [settings.issuer]: url,
  [settings.audience]: url,
  [settings.jwksUrl]: `${url}/.well-known/jwks.json`,
  [settings.docsUrl]: stage.docsUrl,
});

/** Who is hurt when a function fails, and by which name. */
export const wordsOf = ({ name, entries }: FunctionGroup) => ({
  name,
  says: sentencesOf(entries),
  promises: promisesOf(entries),
});

/** The function behind a group of entries, with its rights, its alarms and the way in which new code takes over. */
export const entryFunction = (stack: Stack, group: FunctionGroup, deployment: Deployment): Live => {
  const { stage, codeOf } = deployment;
  const spec = {
    name: group.name,
    description: `Bindery: ${group.entries.map(({ id }) => id).join(', ')}`.slice(0, 256),
    memoryMb: memoryOf(group, stage),
    timeout: timeoutOf(group),
    environment: environmentOf(deployment),
    readsSecrets: usesOf(group.entries).some(keepsSecret),
  };
  const made = binderyFunction(stack, stage, spec, codeOf);
  const bell = bellIn(stack, deployment);
  grantTable(made.fn, group.entries, deployment.foundation);
  grantServices(made.fn, usesOf(group.entries), deployment);
  const ownAlarms = functionAlarms(bell, made.fn, { ...wordsOf(group), reserved: stage.reserved[group.name] });
  rollOut(made.live, stage, [...ownAlarms, ...entryAlarms(bell, group)]);
  return made;
};
