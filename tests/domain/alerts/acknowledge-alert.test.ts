import { describe, expect, it } from 'vitest';
import { acknowledgeAlert } from '../../../domain/alerts/acknowledge-alert.ts';
import { anAlert } from './samples.ts';

const given = { by: 'person-1', now: '2026-11-23T09:00:00.000Z' };

describe('acknowledgeAlert', () => {
  it('says who took the alert on, and when', () => {
    expect(acknowledgeAlert(anAlert(), given)).toMatchObject({
      ok: true,
      value: { events: [{ type: 'alert.acknowledged', data: { by: 'person-1', at: given.now } }], postings: [] },
    });
  });

  it('refuses a second person who would take on the same alert', () => {
    expect(acknowledgeAlert(anAlert({ status: 'acknowledged' }), given)).toMatchObject({
      ok: false,
      code: 'alert-state-refuses',
    });
  });
});
