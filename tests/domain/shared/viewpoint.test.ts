import { describe, expect, it } from 'vitest';
import { effectiveAt, recordedBy } from '../../../domain/shared/viewpoint.ts';

const noon = '2026-11-23T12:00:00.000Z';
const one = '2026-11-23T13:00:00.000Z';

describe('recordedBy', () => {
  const records = [{ recordedAt: noon }, { recordedAt: one }, { recordedAt: one }];

  it('leaves out what was recorded later, and keeps what was recorded at the very instant', () => {
    expect(recordedBy(records, '2026-11-23T11:59:59.999Z')).toEqual([]);
    expect(recordedBy(records, noon)).toHaveLength(1);
    expect(recordedBy(records, '2026-11-23T12:59:59.999Z')).toHaveLength(1);
    expect(recordedBy(records, one)).toHaveLength(3);
  });

  it('keeps everything where nobody asks', () => {
    expect(recordedBy(records, undefined)).toEqual(records);
  });
});

describe('effectiveAt', () => {
  it('is the time that the event names, or that of its command', () => {
    expect(effectiveAt({ data: { at: one } }, noon)).toBe(one);
    for (const data of [{}, { at: 7 }, null, 'at']) expect(effectiveAt({ data }, noon)).toBe(noon);
  });
});
