import { describe, expect, it } from 'vitest';
import { isEmitted, metrics } from '../../../functions/_kit/metrics.ts';
import { measured, measuredOfEvents } from '../../../functions/_kit/telemetry.ts';

describe('the list of metrics', () => {
  it('has the unit of every metric that lines carry', () => {
    const units = [...measured, ...measuredOfEvents].map(({ Name, Unit }) => [Name, Unit]);
    expect(units).toEqual(units.map(([name]) => [name, metrics[name as keyof typeof metrics].unit]));
    const lines = Object.entries(metrics).filter(([, { of }]) => of !== 'records');
    expect(lines.map(([name]) => name)).toEqual(units.map(([name]) => name));
  });
  it('knows a sum of money by its currency, and no sum without one', () => {
    expect(['premiumCNY', 'paidEUR', 'policies', 'ageMs'].map(isEmitted)).toEqual([true, true, true, true]);
    expect(['premium', 'premium<CUR>', 'policiesCNY', 'premiumcny', 'errors'].map(isEmitted)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});
