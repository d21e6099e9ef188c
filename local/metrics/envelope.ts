import type { LogLine } from '../../functions/_kit/platform.ts';
import type { Point } from './store.ts';

type Directive = {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit?: string }[];
};
type Envelope = { readonly Timestamp: number; readonly CloudWatchMetrics: readonly Directive[] };

const envelopeOf = (line: LogLine): Envelope | undefined =>
  (line as { readonly _aws?: unknown })['_aws'] as Envelope | undefined;

const numbersIn = (value: unknown): readonly number[] =>
  [value].flat().filter((one): one is number => typeof one === 'number');

const isText = (value: unknown): value is string => typeof value === 'string';

/** A line without one of the named dimensions is no measurement of that set. */
const dimensionsIn = (line: LogLine, names: readonly string[]): Readonly<Record<string, string>> | undefined =>
  names.every((name) => isText(line[name]))
    ? Object.fromEntries(names.map((name) => [name, String(line[name])]))
    : undefined;

/** Counts are summed up; whatever has another unit is looked at by its percentiles. */
const isSpread = (unit: string | undefined): boolean => unit !== undefined && unit !== 'Count';

/** Reads the metrics out of a log line as CloudWatch does: by the envelope of the embedded metric format alone. */
export const pointsIn = (line: LogLine): readonly Point[] => {
  const { Timestamp: at, CloudWatchMetrics: directives } = envelopeOf(line) ?? { Timestamp: 0, CloudWatchMetrics: [] };
  return directives.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const dimensions = dimensionsIn(line, names);
      if (dimensions === undefined) return [];
      return Metrics.flatMap(({ Name: name, Unit }) =>
        numbersIn(line[name]).map((value) => ({ namespace, name, dimensions, at, value, spread: isSpread(Unit) })),
      );
    }),
  );
};
