import { describe, expect, it } from 'vitest';
import type { NotificationEvent } from '../../../domain/notifications/events.ts';
import { evolveNotification } from '../../../domain/notifications/evolve-notification.ts';
import { aNotification, notificationId } from './samples.ts';

const at = '2026-11-23T08:00:01.000Z';
const { requestedAt, status: _status, ...written } = aNotification();

describe('evolveNotification', () => {
  it('is requested from the first, with all that was written', () => {
    const requested: NotificationEvent = { type: 'notification.requested', data: { ...written, at: requestedAt } };
    expect(evolveNotification(undefined, requested)).toEqual(aNotification());
  });

  it('has nothing to say of a notification that nobody wrote', () => {
    const sent: NotificationEvent = { type: 'notification.sent', data: { notificationId, messageId: 'm', at } };
    expect(() => evolveNotification(undefined, sent)).toThrow('nobody wrote');
  });

  it.each([
    [{ type: 'notification.sent', data: { notificationId, messageId: 'm', at } }, { status: 'sent' }],
    [
      { type: 'notification.failed', data: { notificationId, reason: 'MessageRejected', at } },
      { status: 'failed', reason: 'MessageRejected' },
    ],
    [
      { type: 'notification.skipped', data: { notificationId, reason: 'sandbox', at } },
      { status: 'skipped', reason: 'sandbox' },
    ],
  ] as const)('ends as %o says', (event, ended) => {
    expect(evolveNotification(aNotification(), event)).toEqual(aNotification({ ...ended, settledAt: at }));
  });
});
