import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Stage } from './stages.ts';

/**
 * How much an alarm asks of people: `red` breaks a promise and wakes somebody, `orange` is looked at today, `yellow`
 * this week.
 */
export const severities = ['red', 'orange', 'yellow'] as const;
export type Severity = (typeof severities)[number];
export type Topics = Readonly<Record<Severity, ITopic>>;

/** Who may publish on a topic under a key of ours: CloudWatch, which rings alarms, and Budgets, which counts. */
const ringing = ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'];

/** Where alarms ring, one topic for each severity, so that who is called at night need not hear the rest. */
export const alarmTopics = (stack: Stack, { name, alarmEmail }: Stage): Topics => {
  const masterKey = new Key(stack, 'AlarmKey', {
    description: 'Bindery: encrypts alarms on their way to people.',
    enableKeyRotation: true,
  });
  for (const service of ringing) masterKey.grantEncryptDecrypt(new ServicePrincipal(service));
  const topicOf = (severity: Severity): Topic => {
    const topic = new Topic(stack, `Alarms-${severity}`, {
      topicName: `bindery-${name}-${severity}`,
      masterKey,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: ringing.map((service) => new ServicePrincipal(service)),
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    return topic;
  };
  return { red: topicOf('red'), orange: topicOf('orange'), yellow: topicOf('yellow') };
};
