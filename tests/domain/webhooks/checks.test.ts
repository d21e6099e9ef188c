import { describe, expect, it } from 'vitest';
import { missedOrWindow, saysSomething, urlOrBus } from '../../../domain/webhooks/checks.ts';

const at = (minute: number) => `2026-11-23T08:${String(minute).padStart(2, '0')}:00+08:00`;

describe('urlOrBus', () => {
  it('holds for a URL or a bus', () => {
    expect(urlOrBus({ url: 'https://shop.example/hooks' })).toBe(true);
    expect(urlOrBus({ eventBusArn: 'arn:aws:events:eu-central-1:123456789012:event-bus/shop' })).toBe(true);
  });
  it('does not hold for neither, or both', () => {
    expect(urlOrBus({})).toBe(false);
    expect(urlOrBus({ url: 'https://shop.example/hooks', eventBusArn: 'arn:aws:events' })).toBe(false);
  });
});

describe('saysSomething', () => {
  it('holds for a change of one thing, and not for none', () => {
    expect(saysSomething({ name: 'Orders' })).toBe(true);
    expect(saysSomething({})).toBe(false);
  });
});

describe('missedOrWindow', () => {
  it('holds for what was missed, and for a window that ends after it begins', () => {
    expect(missedOrWindow({ missed: true })).toBe(true);
    expect(missedOrWindow({ from: at(0), to: at(1) })).toBe(true);
  });
  it('does not hold for both, for half a window, or for one that is empty', () => {
    expect(missedOrWindow({})).toBe(false);
    expect(missedOrWindow({ missed: true, from: at(0) })).toBe(false);
    expect(missedOrWindow({ from: at(0) })).toBe(false);
    expect(missedOrWindow({ from: at(1), to: at(1) })).toBe(false);
  });
  it('compares instants, and not their texts: 08:30 in China is before 01:00 in London', () => {
    expect(missedOrWindow({ from: '2026-11-23T08:30:00+08:00', to: '2026-11-23T01:00:00Z' })).toBe(true);
  });
});
