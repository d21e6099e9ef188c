import { expect, it } from 'vitest';
import { notificationAllows } from '../../../domain/notifications/lifecycle.ts';
import { NotificationStatus } from '../../../domain/notifications/schema.ts';

it('settles what was requested, and nothing that was settled', () => {
  expect(NotificationStatus.options.map((status) => [status, notificationAllows(status, 'settle')])).toEqual([
    ['requested', true],
    ['sent', false],
    ['failed', false],
    ['skipped', false],
  ]);
});
