import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-schemas-'));
  const say = () => undefined;
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

const events = cloudEventsOf({
  v: 1,
  tenant: 'shop-a',
  aggregate: 'policy',
  id: 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b',
  seq: 2,
  operation: 'recordMilestone',
  recordedAt: '2026-11-23T08:00:00.000Z',
  businessAt: '2026-11-23T08:00:00.000Z',
  actor: { kind: 'partner', id: 'client-1' },
  requestId: 'req_1',
  events: [{ type: 'policy.on-risk', data: {} }],
  postings: [],
  prev: null,
}).map(({ type, dataschema }) => ({ type, dataschema }));

describe('the schema that an event names', () => {
  it.each(events)('is served where $type says', async ({ type, dataschema }) => {
    const response = await fetch(new URL(dataschema, bindery.url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/schema+json');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ $id: dataschema, title: type });
  });
  it.each(['no.such-event.json', '..%2f..%2fopenapi.json', 'README.md'])('is no other file: %s', async (name) => {
    const response = await fetch(`${bindery.url}/schemas/events/${name}`);
    expect(response.status).toBe(404);
    await response.arrayBuffer();
  });
});
