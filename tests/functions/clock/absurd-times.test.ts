import { describe, expect, it } from 'vitest';
import { endpoint as reportClaim } from '../../../functions/claims/report-claim.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { aSandbox } from '../../support/clock.ts';
import { aPolicy } from '../../support/sale.ts';

/** Wall time and business time as far apart as they can be, either way round. */
const absurd = [
  { wall: '1971-03-04T05:06:07.000Z', business: '2088-11-23T08:00:00.000Z' },
  { wall: '2098-03-04T05:06:07.000Z', business: '2001-11-23T08:00:00.000Z' },
];
type Absurd = (typeof absurd)[number];
const minuteMs = 60_000;

const aStrangeSandbox = async ({ wall, business }: Absurd) => {
  const sandbox = await aSandbox([], [reportClaim, ...cancellingEndpoints], { startAt: wall });
  await sandbox.platform.clocks({ read: 0, write: 0 }).move('sandbox-a', undefined, { at: business, runsSince: wall });
  const sell = (imei: string, collection = 'partner') =>
    aPolicy(sandbox, 'device-protection', { collection, risk: { imei, purchasedOn: business.slice(0, 10) } });
  return { ...sandbox, sell };
};

/** Every instant in a text, by its year. */
const yearsIn = (value: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(value).matchAll(/"(\d{4})-\d\d-\d\dT[\d:.]+Z"/g)].map(([, year = '']) => year)),
];

describe.each(absurd)('wall time of $wall and business time of $business', (times) => {
  const [wallYear, year] = [times.wall.slice(0, 4), Number(times.business.slice(0, 4))];

  it('never stand in for each other: contracts live by the one, records by the other', async () => {
    const sandbox = await aStrangeSandbox(times);
    const { policyId } = await sandbox.sell('356938035643809');
    await sandbox.call('advanceClock', { body: { by: 'P2Y' } });
    await sandbox.drive();
    const records = sandbox.told
      .filter(({ type }) => type === 'operation.recorded')
      .map(({ data }) => Object(data).record);
    expect(records.length).toBeGreaterThan(4);
    for (const { recordedAt, businessAt, events } of records) {
      expect(recordedAt.slice(0, 4)).toBe(wallYear);
      expect(Number(businessAt.slice(0, 4)) - year).toBeLessThanOrEqual(2);
      expect(yearsIn([businessAt, events]).filter((one) => Math.abs(Number(one) - year) > 2)).toEqual([]);
    }
    const { body } = await sandbox.call('getPolicy', { params: { policyId } });
    expect(Object(body).status).toBe('expired');
    expect(yearsIn(body)).not.toContain(wallYear);
  });

  it('let a preview live for its minutes of real time, and no longer', async () => {
    const sandbox = await aStrangeSandbox(times);
    const soon = await sandbox.sell('356938035643809');
    const after = async (minutes: number): Promise<void> => {
      sandbox.time.now = new Date(Date.parse(sandbox.time.now) + minutes * minuteMs).toISOString();
    };
    expect((await cancel(sandbox, soon.policyId)).status).toBe(201);
    const late = await sandbox.sell('490154203237518');
    const params = { policyId: late.policyId };
    const { body } = await sandbox.call('previewCancellation', { params, body: { reason: 'order-cancelled' } });
    await after(16);
    const { preview } = Object(body);
    const refused = await sandbox.call('cancelPolicy', { params, body: { reason: 'order-cancelled', preview } });
    expect([refused.status, String(Object(refused.body).type)]).toEqual([
      410,
      expect.stringContaining('preview-expired'),
    ]);
  });

  it('let a loss be reported by business time: one ahead of it is refused, however late it is outside', async () => {
    const sandbox = await aStrangeSandbox(times);
    const { policyId } = await sandbox.sell('356938035643809');
    await sandbox.call('advanceClock', { body: { by: 'P2D' } });
    await sandbox.drive();
    const { now } = Object((await sandbox.call('getClock')).body);
    const reported = (lossAt: string) =>
      sandbox.call('reportClaim', {
        params: { policyId },
        body: { coverage: 'screen', lossAt, form: { repairQuote: 120_000 }, payee: 'ba_1QK2v9L0aZ4xYw7T' },
      });
    const tomorrow = new Date(Date.parse(now) + 24 * 60 * minuteMs).toISOString();
    expect((await reported(tomorrow)).status).toBe(422);
    expect((await reported(now)).status).toBe(201);
  });
});
