import { describe, expect, it } from 'vitest';
import { brokenMessages } from '../../../domain/products/broken-messages.ts';
import { messagesOf } from '../../../domain/products/message-catalogue.ts';
import type { Reminders } from '../../../domain/products/messages/schema.ts';
import { product } from '../../support/policies.ts';

const broken = (productId: string, reminders: Reminders, version = 1) =>
  brokenMessages({
    product: product(productId),
    messages: { ...messagesOf({ productId, version: 1 }), version, reminders },
  });

describe('brokenMessages', () => {
  it('finds messages of another version', () => {
    expect(broken('device-protection', {}, 2)).toEqual([
      { path: 'messages.productId', message: 'belong to another product version' },
    ]);
  });

  it('finds a reminder of the premium that would come with the contract, or before it', () => {
    // Flight delay is paid within an hour: 59 minutes before that is a minute after the bind.
    expect(broken('flight-delay', { premium: { minutesBefore: 59 } })).toEqual([]);
    expect(broken('flight-delay', { premium: { minutesBefore: 60 } })).toEqual([
      { path: 'messages.reminders.premium.minutesBefore', message: 'lies before the contract is concluded' },
    ]);
  });

  it.each(['return-freight', 'flight-delay'])('finds a reminder of the end of %s, which is over too soon', (id) => {
    expect(broken(id, { renewal: { daysBefore: 1 } })).toEqual([
      { path: 'messages.reminders.renewal', message: 'only for a term of whole months' },
    ]);
  });

  it('finds a reminder that may lie before its term', () => {
    // Twelve months have at least 12 x 28 = 336 days.
    expect(broken('device-protection', { renewal: { daysBefore: 335 } })).toEqual([]);
    expect(broken('device-protection', { renewal: { daysBefore: 336 } })).toEqual([
      { path: 'messages.reminders.renewal.daysBefore', message: 'lies before the term begins' },
    ]);
  });
});
