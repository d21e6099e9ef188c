import { describe, expect, it } from 'vitest';
import { moveReplay, replayed, requestReplay } from '../../../domain/webhooks/replay.ts';
import { aDelivery, anEndpoint, aReplay, idOf, now } from './samples.ts';

const wall = '2026-11-23T07:30:00.000Z';
const given = { replayId: idOf('rpl'), now, wall };
const window = { from: '2026-11-22T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };

describe('requestReplay', () => {
  it('asks for a window of recorded time', () => {
    const data = { endpointId: idOf('whe'), replayId: idOf('rpl'), missed: false, ...window, at: now };
    expect(requestReplay(anEndpoint(), window, given)).toMatchObject({ value: { events: [{ data }] } });
  });
  it('asks for what was missed until now, with ten minutes for clocks that differ', () => {
    const missedFrom = '2026-11-20T00:00:00.000Z';
    expect(requestReplay(anEndpoint({ missedFrom }), { missed: true }, given)).toMatchObject({
      value: { events: [{ data: { missed: true, from: missedFrom, to: '2026-11-23T07:40:00.000Z' } }] },
    });
  });
  it('has nothing to do for an endpoint that was always well', () => {
    expect(requestReplay(anEndpoint(), { missed: true }, given)).toMatchObject({ code: 'nothing-missed' });
  });
  it('runs one at a time', () => {
    const running = anEndpoint({ replay: aReplay() });
    expect(requestReplay(running, window, given)).toMatchObject({ code: 'replay-running' });
    const ended = anEndpoint({ replay: aReplay({ status: 'ended' }) });
    expect(requestReplay(ended, window, given).ok).toBe(true);
  });
  it('sends nothing to an endpoint that is disabled', () => {
    const disabled = anEndpoint({ status: 'disabled' });
    expect(requestReplay(disabled, window, given)).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});

describe('moveReplay', () => {
  const slice = { position: 40, looked: 40, sent: 3, isLast: false };
  it('adds up what it has looked at and begun', () => {
    const before = anEndpoint({ replay: aReplay({ position: 10, looked: 10, sent: 1 }) });
    const data = { endpointId: idOf('whe'), replayId: idOf('rpl'), position: 40, looked: 50, sent: 4 };
    expect(moveReplay(before, idOf('rpl'), slice, now).events).toEqual([{ type: 'endpoint.replay-advanced', data }]);
  });
  it('ends with the feed', () => {
    const events = moveReplay(anEndpoint({ replay: aReplay() }), idOf('rpl'), { ...slice, isLast: true }, now).events;
    expect(events).toMatchObject([{ type: 'endpoint.replay-ended', data: { at: now } }]);
  });
  it('ends where the endpoint was disabled meanwhile', () => {
    const disabled = anEndpoint({ status: 'disabled', replay: aReplay() });
    expect(moveReplay(disabled, idOf('rpl'), slice, now).events).toMatchObject([{ type: 'endpoint.replay-ended' }]);
  });
  it('moves no other replay, and none that has ended', () => {
    expect(moveReplay(anEndpoint({ replay: aReplay() }), idOf('rpl', 2), slice, now).events).toEqual([]);
    const ended = anEndpoint({ replay: aReplay({ status: 'ended' }) });
    expect(moveReplay(ended, idOf('rpl'), slice, now).events).toEqual([]);
    expect(moveReplay(anEndpoint(), idOf('rpl'), slice, now).events).toEqual([]);
  });
});

describe('what a replay does with a delivery that stands', () => {
  const delivered = aDelivery({ status: 'delivered', roundAttempts: 1, attemptCount: 1 });
  const failed = aDelivery({ status: 'failed', roundAttempts: 10, attemptCount: 10 });
  it('sends it again, whatever became of it, where a window is replayed', () => {
    for (const one of [delivered, failed])
      expect(replayed(one, aReplay(), now)).toMatchObject({ status: 'pending', round: 2, replayId: idOf('rpl') });
  });
  it('leaves alone what was delivered, where only what was missed is wanted', () => {
    expect(replayed(delivered, aReplay({ missed: true }), now)).toBeUndefined();
    expect(replayed(failed, aReplay({ missed: true }), now)).toMatchObject({ status: 'pending' });
  });
  it('sends what was cut off before its first attempt, and has no wake-up', () => {
    const { nextAttemptAt: _none, ...cut } = aDelivery();
    expect(replayed(cut, aReplay({ missed: true }), now)).toMatchObject({ status: 'pending', nextAttemptAt: now });
  });
  it('leaves alone what still waits, and what it has begun itself', () => {
    expect(replayed(aDelivery(), aReplay(), now)).toBeUndefined();
    expect(replayed({ ...delivered, replayId: idOf('rpl') }, aReplay(), now)).toBeUndefined();
  });
});
