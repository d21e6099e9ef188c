import { describe, expect, it } from 'vitest';
import { lambda } from '../../../functions/_kit/lambda.ts';
import { ageMs, reactionLine, recordedLine } from '../../../functions/_kit/telemetry.ts';
import { aWorld } from '../../support/world.ts';

const wall = '2026-11-23T08:00:00.000Z';
const about = { operation: 'sendThings', eventId: 'evt_1', requestId: 'req_1', tenant: 'shop-a', wall };
const meter = { read: 0, write: 0 };

const namesIn = (line: object): readonly string[] =>
  Reflect.get(line, '_aws').CloudWatchMetrics[0].Metrics.map(({ Name }: { Name: string }) => Name);

describe('ageMs', () => {
  it('is how long an event waited, and never less than nothing', () => {
    expect(ageMs(wall, '2026-11-23T07:59:58.500Z')).toBe(1500);
    expect(ageMs(wall, wall)).toBe(0);
    expect(ageMs(wall, '2026-11-23T08:00:00.001Z')).toBe(0);
  });
  it('stands on the line of an event, and not on that of a schedule', () => {
    const line = { ...about, outcome: 'ok', startedAt: 0, meter };
    const ofEvent = reactionLine({ ...line, eventTime: '2026-11-23T07:59:59.000Z' });
    expect(ofEvent).toMatchObject({ ageMs: 1000 });
    expect(namesIn(ofEvent)).toEqual(['calls', 'ms', 'readUnits', 'writeUnits', 'ageMs']);
    expect(namesIn(reactionLine(line))).toEqual(['calls', 'ms', 'readUnits', 'writeUnits']);
  });
});

describe('recordedLine', () => {
  it('names in its envelope what the record has, and nothing else', () => {
    const line = recordedLine({ ...about, measures: { policies: 1, premiumCNY: 432 } });
    expect(line).toMatchObject({ outcome: 'recorded', policies: 1, premiumCNY: 432 });
    expect(Reflect.get(line, '_aws')).toMatchObject({
      CloudWatchMetrics: [
        {
          Namespace: 'Bindery',
          Dimensions: [['operation', 'outcome']],
          Metrics: [
            { Name: 'policies', Unit: 'Count' },
            { Name: 'premiumCNY', Unit: 'Count' },
          ],
        },
      ],
    });
  });
});

describe('the line of a request', () => {
  it('carries the gateway’s own id beside ours, so that the access log can be joined to it', async () => {
    const { platform, log } = await aWorld([]);
    const asked = { routeKey: 'GET /v1/nothing', rawPath: '/v1/nothing', headers: {} };
    const answer = await lambda([], platform)({ ...asked, requestContext: { requestId: 'JKJaXmPLvHcESHA=' } });
    await lambda([], platform)(asked);
    expect(log).toMatchObject([{ requestId: answer.headers['x-request-id'], gatewayId: 'JKJaXmPLvHcESHA=' }, {}]);
    expect(log[1]?.['gatewayId']).toBeUndefined();
  });
});
