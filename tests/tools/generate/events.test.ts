import { describe, expect, it } from 'vitest';
import { eventSchemas } from '../../../domain/events/all/schema.ts';
import { type CloudEvent, cloudEventsOf, type PublishedEvent } from '../../../functions/_kit/cloud-event.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { readRecord } from '../../../functions/_storage/codec.ts';
import { publishedNames, publishedText, publishedValidator } from '../../support/published-schemas.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const capabilities = await loadCapabilities();
const { faults } = publishedValidator();
const envelope = '/schemas/events/envelope.json';
const types = publishedNames().filter((name) => name !== 'envelope');

/** The example of a type's page in the catalogue. */
const exampleOf = (type: string): PublishedEvent & CloudEvent<Record<string, unknown>> =>
  JSON.parse(/```json\n([^`]+)```/.exec(publishedText(`events/${type}.md`))?.[1] ?? '');

const faultsOf = (event: PublishedEvent): readonly string[] => [
  ...faults(envelope, event),
  ...faults(event.dataschema, event.data),
];

describe('the schemas of events', () => {
  it('are there for every type that a contract may emit, for the record itself, and for no other', () => {
    const emitted = capabilities.flatMap(({ endpoints, subscribers, schedules }) =>
      [...Object.values(endpoints), ...Object.values(subscribers), ...Object.values(schedules)].flatMap(
        ({ emits }) => emits,
      ),
    );
    // A ping is sent and never recorded.
    const beside = ['operation.recorded', 'webhook.ping'];
    expect(types.toSorted()).toEqual([...new Set([...emitted, ...beside])].toSorted());
    expect([...Object.keys(eventSchemas), ...beside].toSorted()).toEqual(types.toSorted());
  });
  it.each([...types, 'envelope'])('say which draft they are, where they stand and what they mean: %s', (name) => {
    const schema = JSON.parse(publishedText(`schemas/events/${name}.json`));
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`/schemas/events/${name}.json`);
    expect(schema.title).toBe(name);
    expect(schema.description).toMatch(/^[A-Z].+\.$/);
  });
  it('accept every event of a real sale', async () => {
    const world = await aWorld(sellingEndpoints, { services: { offerKeys: someOfferKeys() } });
    const events: PublishedEvent[] = [];
    world.engine.onCommit((changes) => {
      for (const { before, after } of changes) {
        if (before === undefined && after !== undefined && String(after['sk']).startsWith('OP#'))
          events.push(...cloudEventsOf(readRecord(after).record));
      }
    });
    for (const product of ['return-freight', 'device-protection', 'flight-delay'] as const)
      await aPolicy(world, product);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['operation.recorded', 'customer.registered', 'policy.bound']),
    );
    expect(events.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the catalogue of events', () => {
  it.each(types)('shows a whole %s that follows both schemas', (type) => {
    const event = exampleOf(type);
    expect(event.type).toBe(type);
    expect(event.dataschema).toBe(`/schemas/events/${type}.json`);
    expect(faultsOf(event)).toEqual([]);
  });
  it.each(types)('has a schema of %s that refuses what it does not know, beside and inside the data', (type) => {
    const event = exampleOf(type);
    expect(faults(envelope, { ...event, surprise: 1 })).toEqual([' must NOT have additional properties']);
    expect(faults(event.dataschema, { ...event.data, surprise: 1 })).toEqual([' must NOT have additional properties']);
  });
  it('names who makes and who hears an event, as the contracts say', () => {
    const [made, heard] = publishedText('events/policy.bound.md').split('**Heard by.**');
    expect(made).toContain('- [bindPolicy](../operations/bindPolicy.md) (policies)');
    expect(heard).toContain('- [applyUnmatchedMoney](../operations/applyUnmatchedMoney.md) (payments)');
  });
});
