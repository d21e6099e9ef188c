import { afterEach, describe, expect, it } from 'vitest';
import { flightService, trackingService } from '../../../functions/_adapters/facts-service.ts';
import { aServer } from './server.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const answering = async (status: number, body: unknown) => {
  const server = await aServer(() => ({ status, body }));
  servers.push(server);
  return { read: async () => ({ url: server.url, token: 'token' }), asked: server.asked };
};

describe('trackingService', () => {
  it('answers what the carrier says of a parcel', async () => {
    const parcel = { status: 'signed', signedAt: '2026-11-25T08:00:00Z', source: 'carrier' };
    const { read, asked } = await answering(200, { ...parcel, internal: 'dropped' });
    expect(await trackingService(read).parcel('SF 1/2')).toEqual(parcel);
    expect(asked[0]).toMatchObject({ path: '/parcels/SF%201%2F2', headers: { authorization: 'Bearer token' } });
  });
  it('answers nothing for a parcel that the carrier does not know', async () => {
    const { read } = await answering(404, {});
    expect(await trackingService(read).parcel('SF1')).toBeUndefined();
  });
  it('throws when the carrier cannot say, for that is no fact', async () => {
    const { read } = await answering(503, {});
    await expect(trackingService(read).parcel('SF1')).rejects.toThrow('503');
  });
});

describe('flightService', () => {
  it('answers the reports of all sources', async () => {
    const report = { source: 'atc', official: true, cancelled: false, scheduledArrival: '2026-11-25T12:00:00Z' };
    const { read, asked } = await answering(200, [report]);
    expect(await flightService(read).status('MU5101', '2026-11-25')).toEqual([report]);
    expect(asked[0]?.path).toBe('/flights/MU5101/2026-11-25');
  });
  it('refuses a report that does not say what it must', async () => {
    const { read } = await answering(200, [{ source: 'atc' }]);
    await expect(flightService(read).status('MU5101', '2026-11-25')).rejects.toThrow();
  });
});
