import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Entry } from './groups.ts';
import type { Stage } from './stages.ts';

/** Where alarms ring. CloudWatch may publish to an encrypted topic only under a key that lets it. */
export const alarmTopic = (stack: Stack, { alarmEmail }: Stage): Topic => {
  const masterKey = new Key(stack, 'AlarmKey', {
    description: 'Bindery: encrypts alarms on their way to people.',
    enableKeyRotation: true,
  });
  masterKey.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
  const topic = new Topic(stack, 'Alarms', { masterKey, enforceSSL: true });
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
};

const charactersMax = 1_024;

/** Who is hurt when these entries fail, in their own words; CloudWatch takes a thousand characters of it. */
export const sentencesOf = (entries: readonly Entry[]): string => {
  const sentences = [...new Set(entries.map(({ ifBroken }) => ifBroken))];
  const text = sentences.join(' ');
  if (text.length <= charactersMax) return text;
  throw new Error(`What breaks with ${entries[0]?.capability} takes ${text.length} characters; CloudWatch shows 1024.`);
};

export type AlarmSpec = {
  /** What is watched, in the alarm's name. */
  readonly of: string;
  readonly metric: IMetric;
  /** Rings at this value or above. */
  readonly at: number;
  /** Who is hurt: the alarm's text. */
  readonly says: string;
  /** How many periods in a row; 1 unless said. */
  readonly periods?: number;
};
export type Bell = { readonly stack: Stack; readonly stage: Stage; readonly topic: ITopic };

export const everyFiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' } as const;

/** An alarm that always has a text and somebody to tell. */
export const alarm = ({ stack, stage, topic }: Bell, { of, metric, at, says, periods = 1 }: AlarmSpec): void => {
  const rings = new Alarm(stack, `Alarm ${of}`, {
    alarmName: `bindery-${stage.name} ${of}`,
    alarmDescription: says,
    metric,
    threshold: at,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  rings.addAlarmAction(new SnsAction(topic));
};
