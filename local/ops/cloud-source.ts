import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { DeadLetters } from '../dead-letters/port.ts';
import { alarmsOf, changesOf } from './cloud/alarms.ts';
import { type Keeper, keeper } from './cloud/kept.ts';
import { seriesOf, stepMsOf } from './cloud/series.ts';
import type { OpsSource } from './source.ts';

export type CloudSourceSetup = {
  readonly stage: string;
  readonly region: string;
  readonly client: CloudWatchClient;
  readonly letters: DeadLetters;
  readonly now?: () => number;
};

const alarmsMs = 10_000;
const lettersMs = 30_000;
const changesMs = 60_000;

/** Looking at letters hides them from others for a moment, so a page does it less often than it asks. */
const seldom = (letters: DeadLetters, kept: Keeper): DeadLetters => {
  const settled = <T>(result: T): T => {
    kept.forget();
    return result;
  };
  return {
    ...letters,
    list: () => kept.for(lettersMs, 'list', letters.list),
    counts: () => kept.for(lettersMs, 'counts', letters.counts),
    settled: () => kept.for(lettersMs, 'settled', letters.settled),
    replay: async (id, by) => settled(await letters.replay(id, by)),
    drop: async (id, why) => settled(await letters.drop(id, why)),
  };
};

/** What the page of operations shows of a stage in the cloud: CloudWatch measures and judges, queues hold letters. */
export const cloudSource = ({ stage, region, client, letters, now = Date.now }: CloudSourceSetup): OpsSource => {
  const kept = keeper(now);
  const alarms: OpsSource['alarms'] = () => kept.for(alarmsMs, 'alarms', () => alarmsOf(client, stage));
  return {
    ...{ name: `${stage} in ${region}`, stage, alarms },
    changes: () => kept.for(changesMs, 'changes', async () => changesOf(client, stage, await alarms())),
    series: (query, hours) =>
      kept.for(stepMsOf(hours), JSON.stringify([query, hours]), () =>
        seriesOf(client, { stage, query, hours, now: now() }),
      ),
    deadLetters: seldom(letters, keeper(now)),
    // They are the insurer's, and stand in the table, which no operator reads.
    alerts: async () => undefined,
  };
};
