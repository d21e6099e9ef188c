import { describe, expect, it } from 'vitest';
import { type Heard, settleNotification } from '../../../domain/notifications/settle-notification.ts';
import { aNotification, notificationId } from './samples.ts';

const now = '2026-11-23T08:00:01.000Z';
const settle = (heard: Heard, status: 'requested' | 'sent' | 'failed' | 'skipped' = 'requested') =>
  settleNotification(aNotification({ status }), heard, { now }).events;

describe('settleNotification', () => {
  it('records what the mail service said, or that it was not asked', () => {
    expect(settle({ status: 'sent', messageId: 'ses-1' })).toEqual([
      { type: 'notification.sent', data: { notificationId, messageId: 'ses-1', at: now } },
    ]);
    expect(settle({ status: 'refused', reason: 'MessageRejected' })).toEqual([
      { type: 'notification.failed', data: { notificationId, reason: 'MessageRejected', at: now } },
    ]);
    expect(settle({ status: 'withheld', reason: 'person-erased' })).toEqual([
      { type: 'notification.skipped', data: { notificationId, reason: 'person-erased', at: now } },
    ]);
  });

  it.each(['sent', 'failed', 'skipped'] as const)('changes nothing of one that was %s', (status) => {
    expect(settle({ status: 'sent', messageId: 'ses-2' }, status)).toEqual([]);
  });
});
