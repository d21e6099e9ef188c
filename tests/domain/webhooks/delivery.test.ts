import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  attemptsKept,
  claimDelivery,
  giveUp,
  isGone,
  isTaken,
  isUnsent,
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
  const ids = { deliveryId: idOf('dlv'), endpointId: idOf('whe') };
  it('begins unsent: whoever begins it sends it, or a wake-up does', () => {
    const { nextAttemptAt: _none, ...bare } = aDelivery();
    expect(openDelivery(ids, anEvent(), { now })).toEqual(bare);
    expect(openDelivery(ids, anEvent(), { now, wakeAt: now })).toEqual(aDelivery());
    expect(isUnsent(bare)).toBe(true);
  });
  it('is not unsent any more after an attempt, until it is sent again', () => {
    const once = tried(aDelivery(), 1);
    expect(isUnsent(once)).toBe(false);
    expect(isUnsent(reopenDelivery(once, now, idOf('rpl')))).toBe(true);
    expect(isUnsent(aDelivery({ status: 'failed' }))).toBe(false);
  });

  const due = '2026-11-23T08:00:05.000Z';
  const waiting = aDelivery({ roundAttempts: 1, nextAttemptAt: due });
  it('is claimed by its wake-up for two minutes, so that the same wake-up told again finds it taken', () => {
    const mine = claimDelivery(waiting, due, due);
    expect(mine).toEqual({ ...waiting, nextAttemptAt: '2026-11-23T08:02:05.000Z' });
    expect(mine && claimDelivery(mine, due, due)).toBeUndefined();
  });
  it('is claimed by a wake-up that was put off, and by none that comes too early', () => {
    expect(claimDelivery(waiting, '2026-11-23T08:10:00.000Z', now)?.nextAttemptAt).toBe('2026-11-23T08:12:00.000Z');
    expect(claimDelivery(waiting, '2026-11-23T08:00:04.999Z', due)).toBeUndefined();
  });
  it('is claimed by the wake-up’s own time, whatever the clock of who claims it says', () => {
    expect(claimDelivery(waiting, due, '2026-11-23T07:00:00.000Z')?.nextAttemptAt).toBe('2026-11-23T08:02:05.000Z');
  });
  it('is not claimed when it waits for nothing', () => {
    for (const status of ['delivered', 'failed'] as const)
      expect(claimDelivery({ ...waiting, status }, due, due)).toBeUndefined();
    const { nextAttemptAt: _none, ...bare } = waiting;
    expect(claimDelivery(bare, due, due)).toBeUndefined();
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
      (one) => tried(reopenDelivery(one, now, idOf('rpl')), 10),
      aDelivery(),
    );
    expect([rounds.attempts.length, rounds.attemptCount]).toEqual([attemptsKept, 110]);
  });
  it('is given up without an attempt where its endpoint wants nothing', () => {
    expect(giveUp(aDelivery())).toMatchObject({ status: 'failed', attempts: [] });
    expect(giveUp(aDelivery()).nextAttemptAt).toBeUndefined();
  });
});
