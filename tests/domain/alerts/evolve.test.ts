import { describe, expect, it } from 'vitest';
import { alertRaised } from '../../../domain/alerts/events.ts';
import { evolveAlert } from '../../../domain/alerts/evolve.ts';
import { anAlert } from './samples.ts';

const { alertId } = anAlert();
const at = '2026-11-23T09:00:00.000Z';

describe('evolveAlert', () => {
  it('tells an alert from its raising to its closure', () => {
    const { status: _status, ...raised } = anAlert();
    const open = evolveAlert(undefined, alertRaised(raised));
    expect(open).toEqual(anAlert());
    const taken = evolveAlert(open, { type: 'alert.acknowledged', data: { alertId, by: 'person-1', at } });
    expect(taken).toMatchObject({ status: 'acknowledged', acknowledged: { by: 'person-1', at } });
    const closed = evolveAlert(taken, {
      type: 'alert.closed',
      data: { alertId, by: 'person-2', at, resolution: 'Done.' },
    });
    expect(closed).toMatchObject({ status: 'closed', acknowledged: { by: 'person-1' }, closed: { by: 'person-2' } });
  });

  it('takes it for a bug when an alert that was never raised is acknowledged', () => {
    expect(() => evolveAlert(undefined, { type: 'alert.acknowledged', data: { alertId, by: 'p', at } })).toThrow();
  });
});
