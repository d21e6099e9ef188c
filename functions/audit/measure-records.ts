import { measuresOf } from '../../domain/audit/measures.ts';
import type { Platform } from '../_kit/platform.ts';
import { recordedLine } from '../_kit/telemetry.ts';
import type { Appendable } from './read-chains.ts';

/**
 * Writes the line of each record that was just appended, and so the measures of the business. The audited head moves
 * past a record once, so a record that is delivered again measures nothing. One whose append went through while its
 * reply was lost measures nothing either: the charts may miss it, and the books do not.
 */
export const measureRecords = (platform: Platform, appended: readonly Appendable[]): void => {
  const wall = platform.clock.wall();
  for (const { record } of appended) {
    const { operation, requestId, tenant, id, seq } = record;
    const about = { operation, requestId, tenant, eventId: `${id}.${seq}.0` };
    platform.log(recordedLine({ ...about, wall, measures: measuresOf(record) }));
  }
};
