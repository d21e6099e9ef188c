import { describe, expect, it } from 'vitest';
import { requestNotification } from '../../../domain/notifications/request-notification.ts';
import { aNotification, notificationId } from './samples.ts';

const { requestedAt: now, status: _status, ...written } = aNotification();

describe('requestNotification', () => {
  it('writes a message down before anything is sent', () => {
    expect(requestNotification(written, { now, hasAddress: true }).events).toEqual([
      { type: 'notification.requested', data: { ...written, at: now } },
    ]);
  });

  it('writes one down that has no address, and ends it there, in the same record', () => {
    expect(requestNotification(written, { now, hasAddress: false }).events).toEqual([
      { type: 'notification.requested', data: { ...written, at: now } },
      { type: 'notification.skipped', data: { notificationId, reason: 'no-address', at: now } },
    ]);
  });
});
