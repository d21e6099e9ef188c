import { describe, expect, it } from 'vitest';
import { closeAlert } from '../../../domain/alerts/close-alert.ts';
import { CloseAlert } from '../../../domain/alerts/schema.ts';
import { anAlert } from './samples.ts';

const given = { by: 'person-1', now: '2026-11-23T09:00:00.000Z' };

describe('closeAlert', () => {
  it('keeps how it was resolved, by whom, and when', () => {
    expect(closeAlert(anAlert(), { resolution: 'A test payment.' }, given)).toMatchObject({
      ok: true,
      value: {
        events: [{ type: 'alert.closed', data: { by: 'person-1', at: given.now, resolution: 'A test payment.' } }],
      },
    });
  });

  it('refuses to close an alert again', () => {
    expect(closeAlert(anAlert({ status: 'closed' }), { resolution: 'Again.' }, given)).toMatchObject({ ok: false });
  });

  it.each([
    ['an e-mail address', 'Asked wang@example.com.'],
    ['a telephone number', 'Called 13800138000.'],
    ['a number on the second line', 'Called.\n11010519491231002X'],
    ['nothing', ' '],
    ['501 characters', 'x'.repeat(501)],
  ])('takes no resolution with %s, for the record is kept for ever', (_what, resolution) => {
    expect(CloseAlert.safeParse({ resolution }).success).toBe(false);
  });

  it('takes a resolution of 500 characters that names an amount', () => {
    const resolution = 'Applied 1,000.00 CNY. '.padEnd(500, 'x');
    expect(CloseAlert.safeParse({ resolution }).success).toBe(true);
  });
});
