import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Promised } from '../functions/_kit/contract.ts';
import { runbookOf } from './alarm-book.ts';
import type { Entry } from './groups.ts';
import type { Stage } from './stages.ts';
import type { Severity, Topics } from './topics.ts';

/** What CloudWatch shows of an alarm's text. */
const charactersMax = 1_024;
/** What is left of it for who is hurt, beside where to look and the page of the runbook. */
const sentencesMax = 700;

/** Who is hurt when these entries fail, in their own words; those that no longer fit are counted. */
export const sentencesOf = (entries: readonly Pick<Entry, 'ifBroken'>[]): string => {
  const sentences = [...new Set(entries.map(({ ifBroken }) => ifBroken))];
  const shown: string[] = [];
  for (const sentence of sentences) if ([...shown, sentence].join(' ').length <= sentencesMax) shown.push(sentence);
  const left = sentences.length - shown.length;
  return left === 0 ? shown.join(' ') : `${shown.join(' ')} And ${left} more, which the runbook names.`;
};

/** The promises that some entries keep. */
export const promisesOf = (entries: readonly Pick<Entry, 'promise'>[]): readonly Promised[] => [
  ...new Set(entries.flatMap(({ promise }) => (promise === undefined ? [] : [promise]))),
];

export type AlarmSpec = {
  /** What is watched, in the alarm's name. */
  readonly of: string;
  readonly metric: IMetric;
  /** Rings at this value or above. */
  readonly at: number;
  /** Who is hurt. */
  readonly says: string;
  /** Where to look first, in one sentence. */
  readonly look: string;
  readonly severity: Severity;
  /** Which promises are broken while it rings. */
  readonly promises?: readonly Promised[];
  /** How many periods in a row; 1 unless said. */
  readonly periods?: number;
};

/** An alarm that was made, for those that ring when one of several does. */
export type Rung = Pick<AlarmSpec, 'of' | 'severity' | 'promises'>;
export type Bell = {
  readonly stack: Stack;
  readonly stage: Stage;
  readonly topics: Topics;
  /** Every alarm of a place, as it is made. */
  readonly rung: Rung[];
};

export const everyFiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' } as const;

export const alarmNameOf = ({ name }: Pick<Stage, 'name'>, of: string): string => `bindery-${name} ${of}`;

/** Who is hurt, how to look and how to mend, as an alarm says it. */
export const textOf = (
  { docsUrl }: Pick<Stage, 'docsUrl'>,
  { of, says, look }: Pick<AlarmSpec, 'of' | 'says' | 'look'>,
): string => {
  const page = runbookOf(of).replace(/^docs\/|\.md$/g, '');
  const text = `${says} Look: ${look} Mend: ${docsUrl}/${page}`;
  if (text.length <= charactersMax) return text;
  throw new Error(`The text of the alarm ${of} has ${text.length} characters; CloudWatch shows ${charactersMax}.`);
};

/** An alarm that always has a text and somebody to tell. */
export const alarm = (bell: Bell, spec: AlarmSpec): Alarm => {
  const { stack, stage, topics, rung } = bell;
  const { of, metric, at, severity, promises = [], periods = 1 } = spec;
  const rings = new Alarm(stack, `Alarm ${of}`, {
    alarmName: alarmNameOf(stage, of),
    alarmDescription: textOf(stage, spec),
    metric,
    threshold: at,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  rings.addAlarmAction(new SnsAction(topics[severity]));
  rung.push({ of, severity, promises });
  return rings;
};
