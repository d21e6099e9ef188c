import type { CallState } from './http/state.ts';
import type { LogLine } from './platform.ts';

/** CloudWatch reads metrics out of a log line that carries this envelope; dimensions are operation and outcome only. */
const metricsOf = (names: readonly { readonly Name: string; readonly Unit: string }[], timestamp: number) => ({
  Timestamp: timestamp,
  CloudWatchMetrics: [{ Namespace: 'Bindery', Dimensions: [['operation', 'outcome']], Metrics: names }],
});

/** What every line measures; `metrics.ts` says what it means. */
export const measured = [
  { Name: 'calls', Unit: 'Count' },
  { Name: 'ms', Unit: 'Milliseconds' },
  { Name: 'readUnits', Unit: 'Count' },
  { Name: 'writeUnits', Unit: 'Count' },
] as const;

/** What the line of an event measures besides. */
export const measuredOfEvents = [{ Name: 'ageMs', Unit: 'Milliseconds' }] as const;

const withMetrics = (line: LogLine, wall: string, names: Parameters<typeof metricsOf>[0] = measured): LogLine =>
  ({ ...line, _aws: metricsOf(names, Date.parse(wall)) }) as unknown as LogLine;

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

/** The one line of an HTTP request. Every field is chosen here, so no body and no person can enter it. */
export const operationLine = (call: CallState, status: number): LogLine =>
  withMetrics(
    {
      level: status >= 500 ? 'error' : 'info',
      requestId: call.requestId,
      gatewayId: call.gatewayId,
      operation: call.endpoint?.contract.id ?? 'unknown',
      outcome: call.problem ?? (call.replayed === true ? 'replayed' : 'ok'),
      status,
      tenant: call.tenant,
      actor: call.actor?.id,
      limitedBy: call.limits?.refused?.by,
      calls: 1,
      ms: rounded(performance.now() - call.startedAt),
      readUnits: call.meter.read,
      writeUnits: call.meter.write,
    },
    call.wall,
  );

type Reacted = {
  readonly operation: string;
  readonly eventId: string;
  readonly requestId: string;
  readonly tenant: string;
  readonly outcome: string;
  readonly startedAt: number;
  readonly wall: string;
  /** When the event was recorded, always by the wall clock; a schedule takes no event. */
  readonly eventTime?: string | undefined;
  readonly meter: { readonly read: number; readonly write: number };
};

/** How old an event was when it was taken. Clocks of two machines differ, so one from the future is new. */
export const ageMs = (wall: string, eventTime: string): number => {
  const age = Date.parse(wall) - Date.parse(eventTime);
  return age > 0 ? age : 0;
};

/** The one line of an event that a subscriber took, or of a schedule that ran. */
export const reactionLine = (reacted: Reacted): LogLine => {
  const { outcome, wall, eventTime, meter } = reacted;
  return withMetrics(
    {
      level: outcome === 'failed' ? 'error' : 'info',
      requestId: reacted.requestId,
      operation: reacted.operation,
      outcome,
      eventId: reacted.eventId,
      tenant: reacted.tenant,
      calls: 1,
      ms: rounded(performance.now() - reacted.startedAt),
      readUnits: meter.read,
      writeUnits: meter.write,
      ...(eventTime !== undefined && { ageMs: ageMs(wall, eventTime) }),
    },
    wall,
    eventTime === undefined ? measured : [...measured, ...measuredOfEvents],
  );
};

type RecordedLine = {
  readonly operation: string;
  readonly requestId: string;
  readonly tenant: string;
  readonly eventId: string;
  readonly wall: string;
  readonly measures: Readonly<Record<string, number>>;
};

/**
 * The one line of a record that was audited, with what it adds to the measures of the business. It follows its request
 * wherever there is nothing to measure, too.
 */
export const recordedLine = ({ wall, measures, ...about }: RecordedLine): LogLine => {
  const line = { level: 'info', outcome: 'recorded', ...about, ...measures };
  const names = Object.keys(measures).map((Name) => ({ Name, Unit: 'Count' }));
  return names.length === 0 ? line : withMetrics(line, wall, names);
};
