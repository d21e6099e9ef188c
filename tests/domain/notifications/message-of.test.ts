import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../domain/notifications/message-of.ts';
import { MessageName } from '../../../domain/notifications/schema.ts';
import { eventOf } from './samples.ts';

describe('messageOf', () => {
  it.each(MessageName.options)('tells %s of its own event', (message) => {
    expect(messageOf(eventOf[message])).toBe(message);
  });

  it('calls a contract cancelled that nobody paid for only where it lapsed by itself', () => {
    const { data } = eventOf['policy-cancelled'];
    const reasons = ['premium-not-paid', 'never-attached', 'withdrawal', 'order-cancelled'];
    expect(reasons.map((reason) => messageOf({ type: 'policy.cancelled', data: { ...data, reason } }))).toEqual([
      'policy-lapsed',
      'policy-cancelled',
      'policy-cancelled',
      'policy-cancelled',
    ]);
  });
});
