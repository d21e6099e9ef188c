import type { Boundary, FaultKind } from '../faults.ts';
import type { Point } from './run-point.ts';

/** How each kind of boundary can go wrong for a process: it dies before or after, or does not hear the answer. */
const ways: Readonly<Partial<Record<Boundary, readonly FaultKind[]>>> = {
  read: ['crash-before', 'timeout-before'],
  query: ['crash-before', 'timeout-before'],
  write: ['crash-before', 'crash-after', 'timeout-before', 'timeout-after', 'conflict'],
  outside: ['crash-before', 'crash-after', 'timeout-before', 'timeout-after'],
  secret: ['secret-unavailable'],
  webhook: ['crash-before', 'crash-after', 'receiver-hangs', 'receiver-closes-early'],
  publish: ['partial-publish', 'timeout-after'],
};

export type NamedPoint = { readonly name: string; readonly point: Point };

const faultsAt = (boundaries: readonly Boundary[]) =>
  boundaries.flatMap((boundary, at) => (ways[boundary] ?? []).map((kind) => ({ at, kind, boundary })));

/** Every single point: each boundary × each way, and a duplicate that overtakes at each boundary. */
export const singlePoints = (boundaries: readonly Boundary[]): readonly NamedPoint[] => [
  ...faultsAt(boundaries).map(({ at, kind, boundary }) => ({
    name: `${kind} at boundary ${at} (${boundary})`,
    point: { faults: new Map([[at, kind]]) },
  })),
  ...Array.from({ length: boundaries.length + 1 }, (_, at) => ({
    name: `a duplicate after ${at} boundaries`,
    point: { duplicateAfter: at },
  })),
];

/**
 * Every two faults in a row: the second is met by the rest of the same run, or by the repetition that the first one led
 * to.
 */
export const pairsOfPoints = (boundaries: readonly Boundary[]): readonly NamedPoint[] => {
  const all = faultsAt(boundaries);
  const later = [...all, ...all.map((one) => ({ ...one, at: one.at + boundaries.length }))];
  return all.flatMap((first) =>
    later
      .filter(({ at }) => at > first.at && at <= first.at + boundaries.length)
      .map((second) => ({
        name: `${first.kind} at ${first.at}, then ${second.kind} at ${second.at}`,
        point: {
          faults: new Map([
            [first.at, first.kind],
            [second.at, second.kind],
          ]),
        },
      })),
  );
};
