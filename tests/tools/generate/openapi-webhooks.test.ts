import { describe, expect, it } from 'vitest';
import { toldTypes } from '../../../domain/webhooks/event-types/schema.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { eventName } from '../../../tools/generate/openapi-webhooks.ts';

type Schema = { properties: Record<string, object>; required: string[]; 'x-event-type'?: string };
type Document = {
  webhooks: Record<string, { post: { operationId: string; parameters: { name: string }[] } }>;
  components: { schemas: Record<string, Schema> };
};

describe('the webhooks of the document', async () => {
  const { webhooks, components } = openApiOf(await loadCapabilities()) as Document;

  it('are every type that an endpoint can be told of, and the ping', () => {
    expect(Object.keys(webhooks)).toEqual([...toldTypes, 'webhook.ping']);
    expect(webhooks['policy.bound']?.post.operationId).toBe('onPolicyBoundEvent');
  });
  it('name the three headers of Standard Webhooks', () => {
    for (const { post } of Object.values(webhooks))
      expect(post.parameters.map(({ name }) => name)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
  });
  it.each([
    ['policy.bound', 'PolicyBoundEvent'],
    ['endpoint.secret-added', 'EndpointSecretAddedEvent'],
    ['claim.look-due', 'ClaimLookDueEvent'],
  ])('call %s by %s', (type, name) => {
    expect(eventName(type)).toBe(name);
    expect(components.schemas[name]).toMatchObject({ 'x-event-type': type, properties: { type: { const: type } } });
  });
  it('have no data where an endpoint asked for thin payloads', () => {
    const { properties, required } = components.schemas['ThinEvent'] ?? { properties: {}, required: ['data'] };
    expect([Object.keys(properties), required].flat()).not.toContain('data');
    expect(components.schemas['PolicyBoundEvent']?.required).toContain('data');
  });
  it('refer to schemas that are there', () => {
    const named = [...JSON.stringify({ webhooks, components }).matchAll(/#\/components\/schemas\/([\w.]+)/g)];
    expect(named.length).toBeGreaterThan(200);
    expect(named.map(([, name = '']) => name).filter((name) => !(name in components.schemas))).toEqual([]);
  });
});
