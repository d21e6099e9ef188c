import { readFile } from 'node:fs/promises';
import type { Capability } from '../../functions/_kit/contract.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { groupsOf } from '../../infra/groups.ts';
import { evaluatorOf } from '../alarms/evaluator.ts';
import { Book } from '../alarms/schema.ts';
import type { DeadLetters } from '../dead-letters/port.ts';
import { pointsIn } from '../metrics/envelope.ts';
import { measuredHere, platformMetrics } from '../metrics/platform-metrics.ts';
import { seriesOf } from '../metrics/series.ts';
import { metricStore, minuteMs } from '../metrics/store.ts';
import { waitingLine } from '../metrics/waiting.ts';
import { alarmChanges, alarmStates, lookHere } from './alarm-states.ts';
import { openAlerts } from './open-alerts.ts';
import type { OpsSource } from './source.ts';

const everyMs = 10_000;
const bookFile = new URL('../../docs/reference/alarms.json', import.meta.url);
const hourMs = 60 * minuteMs;
/** Within so many hours every minute is known by itself. */
const fineHours = 3;

/** The alarms that the templates define, as they are written down. */
export const readAlarmBook = async (): Promise<Book> => Book.parse(JSON.parse(await readFile(bookFile, 'utf8')));

export type Watching = { readonly platform: Platform; readonly letters: DeadLetters };

/**
 * Measures what this machine does and judges the alarms of the templates by it. Lines are taken from the start on; what
 * else is looked at has to be there before it can be judged.
 */
export const watchOver = async (capabilities: readonly Capability[], now: () => number = () => Date.now()) => {
  const book = await readAlarmBook();
  const store = metricStore();
  const evaluator = evaluatorOf(book, store, now());
  const watched = book.alarms.flatMap(({ Properties }) => evaluator.metricsOf(Properties.AlarmName));
  const groups = groupsOf(capabilities);
  const measures = platformMetrics({ store, stage: book.stage, groups, watched });
  const isMeasured = measuredHere(book.stage, groups);
  const waiting = waitingLine(now);
  let timer: NodeJS.Timeout | undefined;

  /** Looks at the queues and judges every alarm, as of an instant. */
  const look = async ({ letters }: Pick<Watching, 'letters'>, at = now()): Promise<void> => {
    const dead = Map.groupBy(await letters.list(), ({ subscriber }) => subscriber);
    measures.noteQueues(at, (entry) => ({
      dead: dead.get(entry)?.length ?? 0,
      oldestMs: waiting.oldestMs(entry, at),
    }));
    evaluator.evaluate(at);
  };
  const series: OpsSource['series'] = async (query, hours) => {
    const stepMs = hours > fineHours ? 5 * minuteMs : minuteMs;
    const to = Math.floor(now() / stepMs) * stepMs + stepMs;
    return seriesOf(store, query, { from: to - hours * hourMs, to, stepMs });
  };

  return {
    /** Takes every line on its way to the log. */
    noting:
      (log: Platform['log']): Platform['log'] =>
      (line) => {
        for (const point of pointsIn(line)) store.add(point);
        measures.note(line, now());
        log(line);
      },
    notePiped: (failed: boolean): void => measures.notePiped(now(), failed),
    /** Something came for a subscriber; what is given back is called once it is done with. */
    waiting: waiting.begin,
    look,
    begin: (watching: Watching): void => {
      const again = (): void =>
        void look(watching).catch((thrown) => watching.platform.log({ level: 'error', bug: String(thrown) }));
      again();
      timer = setInterval(again, everyMs).unref();
    },
    stop: async (): Promise<void> => clearInterval(timer),
    sourceOf: ({ platform, letters }: Watching): OpsSource => ({
      ...{ name: 'this machine', stage: book.stage, deadLetters: letters, series },
      alarms: async () =>
        alarmStates(book, evaluator, isMeasured).map((one) => ({ ...one, look: lookHere(one.look, book.stage) })),
      changes: async () => alarmChanges(book, evaluator),
      alerts: () => openAlerts(platform),
    }),
  };
};
export type Watch = Awaited<ReturnType<typeof watchOver>>;
