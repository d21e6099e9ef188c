import { describe, expect, it } from 'vitest';
import { addWebhookSecret, retireWebhookSecret } from '../../../domain/webhooks/turn-secrets.ts';
import { anEndpoint, aSecret, idOf, now } from './samples.ts';

const two = anEndpoint({ secrets: [aSecret(1), aSecret(2)] });
const deleted = anEndpoint({ status: 'deleted', secrets: [] });

describe('addWebhookSecret', () => {
  it('adds the second', () => {
    const data = { endpointId: idOf('whe'), secretId: idOf('whs', 2), at: now };
    expect(addWebhookSecret(anEndpoint(), idOf('whs', 2), { now })).toMatchObject({ value: { events: [{ data }] } });
  });
  it('refuses a third', () => {
    expect(addWebhookSecret(two, idOf('whs', 3), { now })).toMatchObject({ code: 'too-many-webhook-secrets' });
  });
  it('gives a bus none, and a deleted endpoint none either', () => {
    const { url: _none, ...bus } = anEndpoint({ secrets: [] });
    expect(addWebhookSecret(bus, idOf('whs'), { now })).toMatchObject({ facts: { most: 0 } });
    expect(addWebhookSecret(deleted, idOf('whs'), { now })).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});

describe('retireWebhookSecret', () => {
  it('retires one of two', () => {
    const data = { endpointId: idOf('whe'), secretId: idOf('whs', 1), at: now };
    expect(retireWebhookSecret(two, idOf('whs', 1), { now })).toMatchObject({ value: { events: [{ data }] } });
  });
  it('keeps the last', () => {
    expect(retireWebhookSecret(anEndpoint(), idOf('whs'), { now })).toMatchObject({ code: 'last-webhook-secret' });
  });
  it('knows only its own', () => {
    expect(retireWebhookSecret(two, idOf('whs', 9), { now })).toMatchObject({ code: 'webhook-secret-not-found' });
    expect(retireWebhookSecret(deleted, idOf('whs'), { now })).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
