import { describe, expect, it } from 'vitest';
import { acknowledgeAlert } from '../../../domain/alerts/acknowledge-alert.ts';
import { closeAlert } from '../../../domain/alerts/close-alert.ts';
import { type AlertCommand, type AlertState, alertAllows, alertLifecycle } from '../../../domain/alerts/lifecycle.ts';
import { raiseAlert } from '../../../domain/alerts/raise-alert.ts';
import { anAlert } from './samples.ts';

const given = { by: 'person-1', now: '2026-11-23T09:00:00.000Z' };
const stateOf = (state: AlertState) => (state === 'none' ? undefined : anAlert({ status: state }));

/** Lifecycles 6.10, simplified: raised, acknowledged, closed; whoever sees that nothing is wrong closes at once. */
const matrix: readonly (readonly [AlertState, AlertCommand, AlertState | 'refused'])[] = [
  ['none', 'raise', 'raised'],
  ['raised', 'raise', 'refused'],
  ['raised', 'acknowledge', 'acknowledged'],
  ['raised', 'close', 'closed'],
  ['acknowledged', 'raise', 'refused'],
  ['acknowledged', 'acknowledge', 'refused'],
  ['acknowledged', 'close', 'closed'],
  ['closed', 'raise', 'refused'],
  ['closed', 'acknowledge', 'refused'],
  ['closed', 'close', 'refused'],
];

const decide = (state: AlertState, command: AlertCommand) => {
  const alert = stateOf(state);
  if (command === 'raise' || alert === undefined) return raiseAlert(alert, anAlert(), given);
  return command === 'close'
    ? closeAlert(alert, { resolution: 'Applied by hand.' }, given)
    : acknowledgeAlert(alert, given);
};

describe('the lifecycle of an alert', () => {
  it.each(matrix)('in state %s, %s leads to %s', (state, command, result) => {
    expect(alertLifecycle[command][state] ?? 'refused').toBe(result);
    const decision = decide(state, command);
    if (result === 'refused') {
      expect(decision).toEqual({ ok: false, code: 'alert-state-refuses', facts: { status: state, command } });
    } else {
      expect(decision).toMatchObject({ ok: true, value: { events: [{ type: `alert.${result}` }] } });
    }
  });

  it('does nothing to an alert that does not exist but raise it', () => {
    expect([alertAllows('none', 'acknowledge'), alertAllows('none', 'close')]).toEqual([false, false]);
  });
});
