import { kebab } from '../../functions/_kit/contract.ts';
import type { LogLine } from '../../functions/_kit/platform.ts';
import type { FunctionGroup } from '../../infra/groups.ts';
import { runningCalls } from './running.ts';
import { keyOf, type MetricId, type MetricStore } from './store.ts';

type Dimensions = MetricId['dimensions'];
type Measured = Omit<MetricId, 'dimensions'> & { readonly spread?: boolean };

/** What the cloud's own services measure, and this machine measures in their place. */
const lambda = (name: string, spread = false): Measured => ({ namespace: 'AWS/Lambda', name, spread });
const gateway = (name: string, spread = false): Measured => ({ namespace: 'AWS/ApiGateway', name, spread });
const queued = (name: string): Measured => ({ namespace: 'AWS/SQS', name });
const measured = {
  invocations: lambda('Invocations'),
  errors: lambda('Errors'),
  throttles: lambda('Throttles'),
  duration: lambda('Duration', true),
  running: lambda('ConcurrentExecutions'),
  requests: gateway('Count'),
  refused: gateway('4xx'),
  failed: gateway('5xx'),
  latency: gateway('Latency', true),
  dead: queued('ApproximateNumberOfMessagesVisible'),
  age: queued('ApproximateAgeOfOldestMessage'),
  piped: { namespace: 'AWS/EventBridge/Pipes', name: 'ExecutionFailed' },
} as const satisfies Readonly<Record<string, Measured>>;

const has = (dimensions: Dimensions, wanted: Dimensions): boolean =>
  Object.entries(wanted).every(([name, value]) => dimensions[name] === value);

type Base = { readonly metric: Measured; readonly dimensions: Dimensions };

/** All that is measured here of a stage's services; the pipe here can fail, and never waits or is throttled. */
const basesOf = (stage: string, groups: readonly FunctionGroup[]): readonly Base[] => {
  const { invocations, errors, throttles, duration, running, requests, refused, failed, latency } = measured;
  const each = (metrics: readonly Measured[], dimensions: Dimensions): readonly Base[] =>
    metrics.map((metric) => ({ metric, dimensions }));
  return [
    ...each([requests, refused, failed, latency], { ApiId: `bindery-${stage}` }),
    ...each([measured.piped], { PipeName: `bindery-${stage}-outbox` }),
    ...groups.flatMap(({ kind, name }) => [
      ...each([invocations, errors, throttles, duration, running], { FunctionName: `bindery-${stage}-${name}` }),
      ...each(kind === 'http' ? [] : [measured.dead], { QueueName: `bindery-${stage}-${name}-dead` }),
      ...each(kind === 'queue' ? [measured.age] : [], { QueueName: `bindery-${stage}-${name}` }),
    ]),
  ];
};

/** Says of a metric whether it is measured on this machine, or only in the cloud. */
export const measuredHere = (stage: string, groups: readonly FunctionGroup[]): ((id: MetricId) => boolean) => {
  const bases = basesOf(stage, groups);
  return ({ namespace, name, dimensions }) =>
    namespace === 'Bindery' ||
    bases.some(
      (base) => base.metric.namespace === namespace && base.metric.name === name && has(dimensions, base.dimensions),
    );
};

export type PlatformMetrics = {
  readonly store: MetricStore;
  /** The stage whose names are used, for the alarms are those of one stage. */
  readonly stage: string;
  readonly groups: readonly FunctionGroup[];
  /** The metrics that alarms watch, some of them under further dimensions. */
  readonly watched: readonly MetricId[];
};

export type QueueState = { readonly dead: number; readonly oldestMs: number };

/** Measures what Lambda, SQS, the pipe and the gateway measure in the cloud, under the names of the templates. */
export const platformMetrics = ({ store, stage, groups, watched }: PlatformMetrics) => {
  const groupOf = new Map(groups.flatMap((group) => group.entries.map(({ id }) => [id, group] as const)));
  const running = runningCalls();
  const sets = new Map<string, readonly Dimensions[]>();
  /** A metric is measured under each set of dimensions under which somebody watches it. */
  const setsOf = (metric: Measured, dimensions: Dimensions): readonly Dimensions[] => {
    const key = keyOf({ ...metric, dimensions });
    const known = sets.get(key);
    if (known !== undefined) return known;
    const others = watched.filter(
      (one) => one.namespace === metric.namespace && one.name === metric.name && has(one.dimensions, dimensions),
    );
    const all = new Map([{ ...metric, dimensions }, ...others].map((one) => [keyOf(one), one.dimensions]));
    sets.set(key, [...all.values()]);
    return [...all.values()];
  };
  const measure = (metric: Measured, dimensions: Dimensions, at: number, value: number): void => {
    for (const set of setsOf(metric, dimensions)) store.add({ ...metric, dimensions: set, at, value });
  };

  /** A crash is what a function throws: a timer's run that failed. All others answer, and say how it went. */
  const noteCall = ({ name, kind }: FunctionGroup, line: LogLine, at: number): void => {
    const ms = Number(line['ms']);
    const dimensions = { FunctionName: `bindery-${stage}-${name}` };
    measure(measured.invocations, dimensions, at, 1);
    measure(measured.errors, dimensions, at, kind === 'schedule' && line['outcome'] === 'failed' ? 1 : 0);
    measure(measured.throttles, dimensions, at, 0);
    measure(measured.duration, dimensions, at, ms);
    measure(measured.running, dimensions, at, running(name, at - ms, at));
  };
  const noteRequest = (line: LogLine, at: number): void => {
    const status = Number(line['status']);
    const dimensions = { ApiId: `bindery-${stage}` };
    measure(measured.requests, dimensions, at, 1);
    measure(measured.refused, dimensions, at, status >= 400 && status < 500 ? 1 : 0);
    measure(measured.failed, dimensions, at, status >= 500 ? 1 : 0);
    measure(measured.latency, dimensions, at, Number(line['ms']));
  };

  return {
    /** Takes the line of a request, an event or a tick that ended now. */
    note: (line: LogLine, at: number): void => {
      const { operation, ms, status } = line;
      if (typeof ms !== 'number') return;
      if (typeof status === 'number') noteRequest(line, at);
      const group = typeof operation === 'string' ? groupOf.get(operation) : undefined;
      if (group !== undefined) noteCall(group, line, at);
    },
    /** Measures the queues as they are now, empty ones too. */
    noteQueues: (at: number, stateOf: (entry: string) => QueueState): void => {
      for (const { kind, entries } of groups) {
        if (kind === 'http') continue;
        for (const { id } of entries) {
          const { dead, oldestMs } = stateOf(id);
          const name = `bindery-${stage}-${kebab(id)}`;
          measure(measured.dead, { QueueName: `${name}-dead` }, at, dead);
          if (kind === 'queue') measure(measured.age, { QueueName: name }, at, oldestMs / 1_000);
        }
      }
    },
    /** Something that was written was split into events, or could not be. */
    notePiped: (at: number, failed: boolean): void =>
      measure(measured.piped, { PipeName: `bindery-${stage}-outbox` }, at, failed ? 1 : 0),
  };
};
