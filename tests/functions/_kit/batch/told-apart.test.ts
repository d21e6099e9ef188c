import { describe, expect, it } from 'vitest';
import { toldApart } from '../../../../functions/_kit/batch/told-apart.ts';

const item = (operation: string, idempotencyKey: string) => ({ operation, idempotencyKey });

describe('toldApart', () => {
  it('holds where every item is an intent of its own: one key may serve two operations', () => {
    expect(toldApart([item('bindPolicy', 'order-1'), item('cancelPolicy', 'order-1')])).toBe(true);
  });
  it('does not hold where one operation has the same key twice', () => {
    expect(toldApart([item('bindPolicy', 'order-1'), item('bindPolicy', 'order-1')])).toBe(false);
  });
});
