import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Flight, Parcel, sandboxFacts } from '../../local/facts/facts.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-facts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const parcel = Parcel.parse({
  waybill: 'SF1380000000000',
  status: 'signed_by_seller',
  signedAt: '2026-11-23T16:00:00+08:00',
});
const report = (source: string, change: object = {}) =>
  Flight.parse({
    ...{ flight: 'MU5101', date: '2026-11-24', source, official: source === 'airline', cancelled: false },
    scheduledArrival: '2026-11-24T10:15:00+08:00',
    ...change,
  });

describe('sandboxFacts', () => {
  it('knows only what it was told', async () => {
    const { tracking, flights } = await sandboxFacts(folder);
    expect(await tracking.parcel('SF1380000000000')).toBeUndefined();
    expect(await flights.status('MU5101', '2026-11-24')).toEqual([]);
  });
  it('tells the carrier’s word in UTC, also after a restart', async () => {
    await (await sandboxFacts(folder)).tellParcel(parcel);
    const { tracking } = await sandboxFacts(folder);
    expect(await tracking.parcel('SF1380000000000')).toEqual({
      status: 'signed_by_seller',
      signedAt: '2026-11-23T08:00:00.000Z',
      source: 'sandbox-carrier',
    });
  });
  it('keeps one report for each source of a flight, the latest', async () => {
    const facts = await sandboxFacts(folder);
    await facts.tellFlight(report('airline'));
    await facts.tellFlight(report('radar', { actualArrival: '2026-11-24T12:45:00+08:00' }));
    await facts.tellFlight(report('airline', { cancelled: true }));
    const told = await facts.flights.status('MU5101', '2026-11-24');
    expect(told.map(({ source, cancelled }) => ({ source, cancelled }))).toEqual([
      { source: 'radar', cancelled: false },
      { source: 'airline', cancelled: true },
    ]);
    expect(await facts.flights.status('MU5101', '2026-11-25')).toEqual([]);
  });
});
