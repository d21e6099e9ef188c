import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  attemptsKept,
  giveUp,
  isDue,
  isGone,
  isTaken,
  openDelivery,
  reopenDelivery,
} from '../../../domain/webhooks/delivery.ts';
import type { Delivery } from '../../../domain/webhooks/schema.ts';
import { aDelivery, anEvent, idOf, now } from './samples.ts';

const given = { now, sentAt: '2026-11-23T07:00:00.000Z', chance: 0.5 };
const failed = { ms: 12.4, status: 500 };
const tried = (delivery: Delivery, times: number): Delivery =>
  Array.from({ length: times }).reduce<Delivery>((one) => afterAttempt(one, failed, given), delivery);

describe('a delivery', () => {
  it('begins as something that is due at once', () => {
    const opened = openDelivery({ deliveryId: idOf('dlv'), endpointId: idOf('whe') }, anEvent(), now);
    expect(opened).toEqual(aDelivery());
    expect(isDue(opened, now)).toBe(true);
  });
  it('is due for its first attempt whatever the clock of who began it said', () => {
    expect(isDue(aDelivery({ nextAttemptAt: '2026-11-23T08:05:00.000Z' }), now)).toBe(true);
  });
  it('is due for a later attempt from its instant on, and not before', () => {
    const waiting = aDelivery({ roundAttempts: 1, nextAttemptAt: '2026-11-23T08:00:05.000Z' });
    expect(isDue(waiting, '2026-11-23T08:00:04.999Z')).toBe(false);
    expect(isDue(waiting, '2026-11-23T08:00:05.000Z')).toBe(true);
  });
  it.each(['delivered', 'failed'] as const)('is never due when it is %s', (status) => {
    expect(isDue(aDelivery({ status }), now)).toBe(false);
  });

  it('is delivered by a 2xx, and logs both clocks', () => {
    const after = afterAttempt(aDelivery(), { ms: 12.4, status: 204 }, given);
    const attempt = { at: now, sentAt: given.sentAt, outcome: 'delivered', ms: 12, status: 204 };
    expect(after).toMatchObject({ status: 'delivered', attempts: [attempt], attemptCount: 1, roundAttempts: 1 });
    expect(after.nextAttemptAt).toBeUndefined();
  });
  it.each([199, 300, 301, 304, 400, 404, 410, 429, 500, 503])('is not delivered by a %i', (status) => {
    expect(isTaken({ status })).toBe(false);
  });
  it.each([200, 201, 202, 204, 299])('is delivered by a %i', (status) => expect(isTaken({ status })).toBe(true));
  it('is not delivered where the exchange went wrong, whatever status it showed', () => {
    expect(isTaken({ status: 200, error: 'timeout' })).toBe(false);
    expect(isTaken({})).toBe(false);
  });

  it('waits for its next attempt after a failure, and says why it failed', () => {
    const after = afterAttempt(aDelivery(), failed, given);
    expect(after).toMatchObject({ status: 'pending', nextAttemptAt: '2026-11-23T08:00:05.000Z' });
    expect(after.attempts).toMatchObject([{ outcome: 'failed', status: 500, error: 'status' }]);
  });
  it('heeds how long it is asked to wait', () => {
    const after = afterAttempt(aDelivery(), { ...failed, status: 429, retryAfterSeconds: 60 }, given);
    expect(after.nextAttemptAt).toBe('2026-11-23T08:01:00.000Z');
  });
  it('is given up after the tenth attempt, with all ten in its log', () => {
    expect(tried(aDelivery(), 9).status).toBe('pending');
    const last = tried(aDelivery(), 10);
    expect([last.status, last.attempts.length, last.nextAttemptAt]).toEqual(['failed', 10, undefined]);
  });
  it('is given up at once by a 410', () => {
    expect(afterAttempt(aDelivery(), { ms: 1, status: 410 }, given).status).toBe('failed');
    expect([isGone({ status: 410 }), isGone({ status: 404 })]).toEqual([true, false]);
  });
  it('is tried once where it is a ping', () => {
    const ping = aDelivery({ event: anEvent({ type: 'webhook.ping', origin: 'ping' }) });
    expect(afterAttempt(ping, failed, given).status).toBe('failed');
  });
  it('stays delivered where another attempt of the same moment failed', () => {
    const delivered = afterAttempt(aDelivery(), { ms: 1, status: 200 }, given);
    expect(afterAttempt(delivered, failed, given)).toMatchObject({ status: 'delivered', attemptCount: 2 });
  });

  it('begins the schedule anew when it is sent again, in the same log', () => {
    const again = reopenDelivery(tried(aDelivery(), 10), '2026-12-01T00:00:00.000Z', idOf('rpl'));
    expect(again).toMatchObject({ status: 'pending', round: 2, roundAttempts: 0, attemptCount: 10 });
    expect(afterAttempt(again, failed, given)).toMatchObject({ attemptCount: 11, roundAttempts: 1, status: 'pending' });
  });
  it('keeps the last hundred attempts, and counts all of them', () => {
    const rounds = Array.from({ length: 11 }).reduce<Delivery>(
      (one) => tried(reopenDelivery(one, now), 10),
      aDelivery(),
    );
    expect([rounds.attempts.length, rounds.attemptCount]).toEqual([attemptsKept, 110]);
  });
  it('is given up without an attempt where its endpoint wants nothing', () => {
    expect(giveUp(aDelivery())).toMatchObject({ status: 'failed', attempts: [] });
    expect(giveUp(aDelivery()).nextAttemptAt).toBeUndefined();
  });
});
