import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { eventBus } from '../../../functions/_adapters/event-bus.ts';
import { cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import { aRecord } from '../fixture.ts';
import { type Asked, aServer } from './server.ts';

const [event] = cloudEventsOf(aRecord);
if (event === undefined) throw new Error('A record has an event of its own.');

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const busAnswering = async (status: number, body: unknown) => {
  const server = await aServer(() => ({ status, body }));
  servers.push(server);
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };
  const bus = eventBus({ busName: 'bindery-dev', region: 'eu-central-1', credentials, endpoint: `${server.url}/` });
  return { bus, asked: server.asked };
};

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Signature Version 4, written out from its definition, to hold the library's against. */
const signatureOf = ({ headers, body }: Asked): string => {
  const authorization = headers.authorization ?? '';
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '';
  const [date = '', region = '', service = ''] =
    /Credential=AKIDEXAMPLE\/([^,]+)/.exec(authorization)?.[1]?.split('/') ?? [];
  const canonicalHeaders = signed.split(';').map((name) => `${name}:${headers[name]}\n`);
  const request = ['POST', '/', '', canonicalHeaders.join(''), signed, sha256(body)].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = ['aws4_request'].reduce<Buffer>(hmac, hmac(hmac(hmac('AWS4secret', date), region), service));
  return hmac(key, text).toString('hex');
};

describe('eventBus', () => {
  it('puts an event on the bus as the pipe would, signed for EventBridge', async () => {
    const { bus, asked } = await busAnswering(200, { FailedEntryCount: 0 });
    await bus.publish([event]);
    const [one] = asked;
    if (one === undefined) throw new Error('Nothing was asked.');
    const { Entries } = JSON.parse(one.body);
    expect(Entries).toMatchObject([{ EventBusName: 'bindery-dev', Source: 'bindery', Time: 1_795_420_800 }]);
    expect(JSON.parse(Entries[0].Detail)).toEqual(event);
    expect(one.headers).toMatchObject({ 'x-amz-target': 'AWSEvents.PutEvents', 'x-amz-security-token': 'session' });
    expect(one.headers.authorization).toContain(`Signature=${signatureOf(one)}`);
  });
  it('throws when EventBridge answers 200 and took nothing', async () => {
    const { bus } = await busAnswering(200, { FailedEntryCount: 1 });
    await expect(bus.publish([event])).rejects.toThrow('did not take cus_1.7.0');
  });
  it('throws when EventBridge refuses', async () => {
    const { bus } = await busAnswering(403, {});
    await expect(bus.publish([event])).rejects.toThrow('answers 403');
  });
});
