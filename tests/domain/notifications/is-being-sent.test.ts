import { describe, expect, it } from 'vitest';
import { isBeingSent } from '../../../domain/notifications/is-being-sent.ts';
import { aNotification } from './samples.ts';

describe('isBeingSent', () => {
  it('gives whoever wrote a message a minute to send it, and not an instant more', () => {
    const written = aNotification({ requestedAt: '2026-11-23T08:00:00.000Z' });
    expect(isBeingSent(written, { now: '2026-11-23T08:00:00.000Z' })).toBe(true);
    expect(isBeingSent(written, { now: '2026-11-23T08:00:59.999Z' })).toBe(true);
    expect(isBeingSent(written, { now: '2026-11-23T08:01:00.000Z' })).toBe(false);
  });

  it('waits too where the writer’s clock is ahead', () => {
    const written = aNotification({ requestedAt: '2026-11-23T08:00:00.000Z' });
    expect(isBeingSent(written, { now: '2026-11-23T07:58:00.000Z' })).toBe(true);
  });

  it.each(['sent', 'failed', 'skipped'] as const)('waits for nobody where it was %s', (status) => {
    expect(isBeingSent(aNotification({ status }), { now: aNotification().requestedAt })).toBe(false);
  });
});
