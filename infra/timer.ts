import type { Stack } from 'aws-cdk-lib';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { bellIn, type Deployment } from './deployment.ts';
import { entryFunction, wordsOf } from './entry-function.ts';
import type { ScheduleGroup } from './groups.ts';
import { deadLetters } from './queue.ts';

const schedulerRole = (stack: Stack, name: string, live: Alias, dead: Queue): Role => {
  const role = new Role(stack, `${name}-timer-role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [live.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] }));
  return role;
};

const rate = (minutes: number): string => `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;

/** Runs a schedule's function at its rate. A run that fails is not repeated: the next tick takes up what is left. */
export const timer = (stack: Stack, group: ScheduleGroup, deployment: Deployment): void => {
  const { live } = entryFunction(stack, group, deployment);
  const dead = deadLetters(bellIn(stack, deployment), wordsOf(group));
  live.configureAsyncInvoke({
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
    onFailure: new SqsDestination(dead),
  });
  const role = schedulerRole(stack, group.name, live, dead);
  for (const { summary, everyMinutes } of group.entries)
    new CfnSchedule(stack, `${group.name}-timer`, {
      description: summary.slice(0, 512),
      scheduleExpression: rate(everyMinutes),
      state: deployment.place.writes ? 'ENABLED' : 'DISABLED',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: live.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 60 },
        deadLetterConfig: { arn: dead.queueArn },
      },
    });
};
