import type { Stack } from 'aws-cdk-lib';
import { Alarm, AlarmRule, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Promised } from '../functions/_kit/contract.ts';
import { alarmNameOf, type Bell, type Rung, textOf } from './alarms.ts';

/** What an insurer promises, whom a broken promise hurts, and where to look first. */
export const promises: Readonly<Record<Promised, { readonly says: string; readonly look: string }>> = {
  'partners-can-sell': {
    says: 'Partners cannot sell: buyers at their checkouts get no price or no cover, and leave without insurance.',
    look: 'which of its alarms rings, on the dashboard of the machine; then the failures by operation.',
  },
  'money-is-applied': {
    says: 'Money is not applied: premium that customers have paid is not booked, and their cover does not begin.',
    look: 'which of its alarms rings; then the inbox of webhooks (/v1/webhook-inbox) and the unmatched money.',
  },
  'claims-are-paid': {
    says: 'Claims are not paid: customers cannot report losses, or wait for decisions and for their money.',
    look: 'which of its alarms rings; then claims that wait for people and payouts with an unknown outcome.',
  },
  'evidence-holds': {
    says: 'The evidence does not hold: changes are not audited, not signed or not told, or somebody changed what was.',
    look: 'which of its alarms rings; then the lines of appendRecords and signCheckpoint, and npm run verify.',
  },
};

/** What the alarm of a promise is of. */
const nameOf = (promised: string): string => promised.replaceAll('-', ' ');
export const promiseNames: readonly string[] = Object.keys(promises).map(nameOf);

/** CloudWatch takes a hundred alarms in one rule. */
const membersMax = 100;

const membersOf = (promised: Promised, rung: readonly Rung[]): readonly Rung[] => {
  const members = rung.filter((one) => one.promises?.includes(promised) === true);
  if (members.length === 0) throw new Error(`No alarm watches over the promise ${promised}.`);
  if (members.length > membersMax)
    throw new Error(`${members.length} alarms watch over the promise ${promised}; CloudWatch takes ${membersMax}.`);
  return members;
};

/** One red alarm for each promise: it rings while anything rings that breaks it. */
export const promiseAlarms = ({ stage, topics, rung }: Omit<Bell, 'stack'>, stack: Stack): void => {
  for (const [promised, words] of Object.entries(promises) as [Promised, (typeof promises)[Promised]][]) {
    const of = nameOf(promised);
    const members = membersOf(promised, rung).map((one) => `ALARM("${alarmNameOf(stage, one.of)}")`);
    const rings = new CompositeAlarm(stack, `Promise ${of}`, {
      compositeAlarmName: alarmNameOf(stage, of),
      alarmDescription: textOf(stage, { of, ...words }),
      alarmRule: AlarmRule.fromString(members.join(' OR ')),
    });
    rings.addAlarmAction(new SnsAction(topics.red));
    // A rule is text, in which CloudFormation sees no reference; CloudWatch refuses one that names what is not there.
    rings.node.addDependency(...stack.node.children.filter((one) => one instanceof Alarm));
  }
};
