import type { CallState } from './http/state.ts';
import type { LogLine } from './platform.ts';

/** CloudWatch reads metrics out of a log line that carries this envelope; dimensions are operation and outcome only. */
const metricsOf = (names: readonly { readonly Name: string; readonly Unit: string }[], timestamp: number) => ({
  Timestamp: timestamp,
  CloudWatchMetrics: [{ Namespace: 'Bindery', Dimensions: [['operation', 'outcome']], Metrics: names }],
});

const measured = [
  { Name: 'calls', Unit: 'Count' },
  { Name: 'ms', Unit: 'Milliseconds' },
  { Name: 'readUnits', Unit: 'Count' },
  { Name: 'writeUnits', Unit: 'Count' },
];

const withMetrics = (line: LogLine, wall: string): LogLine =>
  ({ ...line, _aws: metricsOf(measured, Date.parse(wall)) }) as unknown as LogLine;

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

/** The one line of an HTTP request. Every field is chosen here, so no body and no person can enter it. */
export const operationLine = (call: CallState, status: number): LogLine =>
  withMetrics(
    {
      level: status >= 500 ? 'error' : 'info',
      requestId: call.requestId,
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
  readonly meter: { readonly read: number; readonly write: number };
};

/** The one line of an event that a subscriber took, or of a schedule that ran. */
export const reactionLine = (reacted: Reacted): LogLine =>
  withMetrics(
    {
      level: reacted.outcome === 'failed' ? 'error' : 'info',
      requestId: reacted.requestId,
      operation: reacted.operation,
      outcome: reacted.outcome,
      eventId: reacted.eventId,
      tenant: reacted.tenant,
      calls: 1,
      ms: rounded(performance.now() - reacted.startedAt),
      readUnits: reacted.meter.read,
      writeUnits: reacted.meter.write,
    },
    reacted.wall,
  );
