import { describe, expect, it } from 'vitest';
import { judgeEndpoint } from '../../../domain/webhooks/judge-endpoint.ts';
import { anEndpoint, anEvent, idOf, now } from './samples.ts';

const ok = { ms: 1, status: 200 };
const failed = { ms: 1, status: 500 };
const gone = { ms: 1, status: 410 };
const own = { endpointId: idOf('whe'), at: now };
/** The event was recorded at eight, and an hour is allowed for what overtook it. */
const missedFrom = '2026-11-23T07:00:00.000Z';
const afterTry = (roundAttempts: number) => ({ event: anEvent(), roundAttempts });

describe('what an attempt tells of its endpoint', () => {
  it('tells nothing where a well endpoint takes it', () => {
    expect(judgeEndpoint(anEndpoint(), afterTry(1), ok, now)).toEqual([]);
  });
  it('tells nothing of one or two failures, which are mended within minutes', () => {
    for (const attempts of [1, 2]) expect(judgeEndpoint(anEndpoint(), afterTry(attempts), failed, now)).toEqual([]);
  });
  it('calls it failing after the third failure of a delivery, and from when on it may have missed something', () => {
    const told = judgeEndpoint(anEndpoint(), afterTry(3), failed, now);
    expect(told).toEqual([{ type: 'endpoint.failing', data: { ...own, missedFrom } }]);
  });
  it('tells it once, unless older events turn out to be missed too', () => {
    const failing = anEndpoint({ failingSince: now, missedFrom });
    expect(judgeEndpoint(failing, afterTry(4), failed, now)).toEqual([]);
    const older = { event: anEvent({ time: '2026-11-23T07:59:59.000Z' }), roundAttempts: 3 };
    expect(judgeEndpoint(failing, older, failed, now)).toMatchObject([{ type: 'endpoint.failing' }]);
  });
  it('calls it well again once it takes something', () => {
    const failing = anEndpoint({ failingSince: now, missedFrom });
    expect(judgeEndpoint(failing, afterTry(1), ok, now)).toEqual([{ type: 'endpoint.recovered', data: own }]);
  });
  it('disables it at a 410, at once', () => {
    const told = judgeEndpoint(anEndpoint(), afterTry(1), gone, now);
    expect(told).toEqual([{ type: 'endpoint.disabled', data: { ...own, reason: 'gone', missedFrom } }]);
  });
  it('disables it after five days in which it took nothing, and not a moment before', () => {
    const failing = anEndpoint({ failingSince: '2026-11-18T08:00:00.000Z', missedFrom });
    expect(judgeEndpoint(failing, afterTry(1), failed, '2026-11-23T07:59:59.999Z')).toEqual([]);
    const told = judgeEndpoint(failing, afterTry(1), failed, now);
    expect(told).toEqual([{ type: 'endpoint.disabled', data: { ...own, reason: 'failing', missedFrom } }]);
  });
  it.each(['disabled', 'deleted'] as const)('tells nothing of one that is %s', (status) => {
    for (const heard of [ok, failed, gone])
      expect(judgeEndpoint(anEndpoint({ status, failingSince: now }), afterTry(9), heard, now)).toEqual([]);
  });
});
