import { afterEach, describe, expect, it } from 'vitest';
import { isTaken } from '../../../domain/webhooks/delivery.ts';
import { partnerBuses } from '../../../functions/_adapters/partner-buses.ts';
import { aServer } from './server.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const arn = 'arn:aws:events:ap-southeast-1:111122223333:event-bus/insurance';
const event = { type: 'policy.bound', time: '2026-11-23T08:00:00.000Z', body: '{"type":"policy.bound"}' };
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };

const answering = async (status: number, body: unknown) => {
  const server = await aServer(() => ({ status, body }));
  servers.push(server);
  return { buses: partnerBuses({ credentials, endpoint: `${server.url}/` }), asked: server.asked, server };
};

describe('partnerBuses', () => {
  it('puts the event, whole, on the bus that is named, signed for the Region where it lies', async () => {
    const { buses, asked } = await answering(200, { FailedEntryCount: 0 });
    const heard = await buses.put(arn, event);
    expect([heard.status, isTaken(heard)]).toEqual([200, true]);
    const { Entries } = JSON.parse(asked[0]?.body ?? '');
    // 2026-11-23T08:00:00Z in seconds since the epoch.
    const entry = { EventBusName: arn, Source: 'bindery', DetailType: 'policy.bound', Time: 1_795_420_800 };
    expect(Entries).toEqual([{ ...entry, Detail: event.body }]);
    expect(asked[0]?.headers.authorization).toContain('/ap-southeast-1/events/aws4_request');
  });
  it.each([
    [200, { FailedEntryCount: 1, Entries: [{ ErrorCode: 'NotAuthorizedForSourceException' }] }],
    [400, { __type: 'AccessDeniedException' }],
    [500, {}],
  ])('has failed where the bus takes nothing, whatever is answered: %i', async (status, body) => {
    const { buses } = await answering(status, body);
    const heard = await buses.put(arn, event);
    expect([heard, isTaken(heard)]).toMatchObject([{ status, error: 'bus-refused' }, false]);
  });
  it('has failed where nobody answers', async () => {
    const { buses, server } = await answering(200, {});
    server.close();
    expect(await buses.put(arn, event)).toMatchObject({ error: 'unreachable' });
  });
});
