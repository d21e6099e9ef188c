import { describe, expect, it } from 'vitest';
import { evolveAlert } from '../../../domain/alerts/evolve.ts';
import { raiseAlert } from '../../../domain/alerts/raise-alert.ts';
import { Alert } from '../../../domain/alerts/schema.ts';
import { anAlert } from './samples.ts';

const given = { now: '2026-11-23T08:00:00.000Z' };
const { status: _status, raisedAt: _raisedAt, ...alert } = anAlert();

describe('raiseAlert', () => {
  it('raises an alert that the fold turns into an open one', () => {
    const decision = raiseAlert(undefined, alert, given);
    if (!decision.ok) throw new Error(decision.code);
    const state = decision.value.events.reduce<Alert | undefined>(evolveAlert, undefined);
    expect(Alert.parse(state)).toEqual(anAlert());
    expect(decision.value.postings).toEqual([]);
  });

  it('raises nothing a second time, even after the first was closed', () => {
    expect(raiseAlert(anAlert({ status: 'closed' }), alert, given)).toMatchObject({
      ok: false,
      code: 'alert-state-refuses',
      facts: { status: 'closed', command: 'raise' },
    });
  });
});
