import { Duration, type Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { settings } from '../functions/_kit/settings.ts';
import { sentencesOf } from './alarms.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { entryAlarms } from './entry-alarms.ts';
import { binderyFunction } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { usesOf } from './grants.ts';
import type { FunctionGroup } from './groups.ts';
import { grantServices } from './service-access.ts';
import { keepsSecret } from './services.ts';
import type { Stage } from './stages.ts';
import { grantTable } from './table-access.ts';

/** A timer's run ends before the next begins; Lambda gives a quarter of an hour at most. */
const timerSeconds = (everyMinutes: number): number => Math.min(everyMinutes * 60 - 5, 15 * 60);

const sizeOf = (group: FunctionGroup): { readonly memoryMb: number; readonly timeout: Duration } => {
  switch (group.kind) {
    case 'http':
      // A checkout waits for an entry that has a function of its own: more memory is more processor.
      return { memoryMb: group.ownFunction ? 1_024 : 512, timeout: Duration.seconds(10) };
    case 'queue':
      return { memoryMb: 512, timeout: Duration.seconds(30) };
    default:
      return {
        memoryMb: 512,
        timeout: Duration.seconds(Math.min(...group.entries.map((one) => timerSeconds(one.everyMinutes)))),
      };
  }
};

const environmentOf = ({ tokens, docsUrl }: Stage): Readonly<Record<string, string>> => ({
  [settings.issuer]: tokens.issuer,
  [settings.audience]: tokens.audience,
  [settings.jwksUrl]: tokens.jwksUrl,
  [settings.docsUrl]: docsUrl,
});

/** The function behind a group of entries, with its rights and its alarms. */
export const entryFunction = (stack: Stack, group: FunctionGroup, deployment: Deployment): LambdaFunction => {
  const { stage, codeOf } = deployment;
  const spec = {
    name: group.name,
    description: `Bindery: ${group.entries.map(({ id }) => id).join(', ')}`.slice(0, 256),
    ...sizeOf(group),
    environment: environmentOf(stage),
    readsSecrets: usesOf(group.entries).some(keepsSecret),
  };
  const fn = binderyFunction(stack, stage, spec, codeOf);
  const bell = bellIn(stack, deployment);
  grantTable(fn, group.entries, deployment.foundation);
  grantServices(fn, usesOf(group.entries), deployment);
  functionAlarms(bell, group.name, fn, sentencesOf(group.entries));
  entryAlarms(bell, group);
  return fn;
};
