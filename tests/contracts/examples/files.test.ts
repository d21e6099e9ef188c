import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProductMessages } from '../../../domain/products/messages/schema.ts';
import { onTheBus } from '../../../functions/_kit/settings.ts';

const example = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../examples/${path}`, import.meta.url), 'utf8'));

describe('the JSON that pages show', () => {
  it('is what a product document takes as its messages', () => {
    expect(ProductMessages.safeParse(example('products/messages.json')).error).toBeUndefined();
  });
  it('lets onto a partner’s bus what the platform puts there, and nothing else', () => {
    expect(example('webhooks/bus-policy.json')).toMatchObject({
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Condition: { StringEquals: { 'events:source': onTheBus.source } },
    });
  });
});
