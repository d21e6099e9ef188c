import { describe, expect, it } from 'vitest';
import { type CloudEvent, cloudEventsOf } from '../../../functions/_kit/cloud-event.ts';
import { faultsOf } from '../../../functions/_kit/event-pattern/faults.ts';
import { parseJson } from '../../../functions/_kit/event-pattern/json.ts';
import { matches } from '../../../functions/_kit/event-pattern/matches.ts';
import { busEventOf } from '../../../functions/_kit/event-pattern/pattern-of.ts';
import { keys } from '../../../functions/_storage/keys.ts';
import { loadEventSchemas } from '../../../tools/generate/event-schemas.ts';
import { aRecord } from '../fixture.ts';
import { at, capabilities, named, of } from './whole.ts';

const subscribers = capabilities.flatMap((one) => Object.values(one.subscribers));
const kebab = (id: string): string => id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every type of event that there is: of the schemas, of what is emitted, and what the clockwork tells. */
const types = [
  ...new Set<string>([
    ...Object.keys(await loadEventSchemas()),
    ...capabilities.flatMap(({ endpoints, subscribers: own, schedules }) =>
      [endpoints, own, schedules].flatMap((entries) =>
        Object.values(entries).flatMap(({ emits }): readonly string[] => emits ?? []),
      ),
    ),
    ...subscribers.flatMap(({ on }): readonly string[] => on),
  ]),
];
const eventOf = (type: string): CloudEvent => ({ ...(cloudEventsOf(aRecord)[0] as CloudEvent), type });

const rules = of('AWS::Events::Rule');

export const routedRightly = (): void => {
  describe('the rules of the bus', () => {
    it('are one for each subscriber and place', () => {
      expect(rules).toHaveLength(2 * subscribers.length);
      expect(types.length).toBeGreaterThan(60);
    });
    it.each(named(rules))(
      '%s: takes the events that its contract names, of all there are, and no other',
      (_name, rule) => {
        const pattern = rule.Properties['EventPattern'] as Record<string, unknown>;
        expect(faultsOf(pattern)).toEqual([]);
        const target = JSON.stringify(rule.Properties['Targets']);
        const own = subscribers.filter(({ id }) => target.includes(`"${kebab(id).replaceAll('-', '')}queue`));
        expect(own).toHaveLength(1);
        const taken = types.filter((type) => matches(pattern, busEventOf(eventOf(type))));
        expect(taken.toSorted()).toEqual([...new Set<string>(own[0]?.on)].toSorted());
      },
    );
    it('take nothing that others put on the bus', () => {
      for (const { Properties } of rules) {
        const pattern = Properties['EventPattern'] as Record<string, unknown>;
        const strangers = types.map((type) => ({ ...busEventOf(eventOf(type)), source: 'somebody.else' }));
        expect(strangers.filter((event) => matches(pattern, event))).toEqual([]);
      }
    });
  });

  describe('the filter of the outbox', () => {
    const [pipe] = of('AWS::Pipes::Pipe');
    const filters = at(pipe, 'Properties', 'SourceParameters', 'FilterCriteria', 'Filters') as readonly {
      Pattern: string;
    }[];
    const pattern = parseJson(filters[0]?.Pattern ?? '') as Record<string, unknown>;
    const image = ({ pk, sk }: { readonly pk: string; readonly sk: string }, eventName = 'INSERT') => ({
      eventName,
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
    });
    it('is one that EventBridge takes', () => {
      expect(filters).toHaveLength(1);
      expect(faultsOf(pattern)).toEqual([]);
    });
    it('lets new records through, and no other item and no change', () => {
      const key = keys.record('shop-a', aRecord.aggregate, aRecord.id, aRecord.seq);
      expect(matches(pattern, image(key))).toBe(true);
      for (const change of ['MODIFY', 'REMOVE']) expect(matches(pattern, image(key, change))).toBe(false);
      const others = [
        keys.feed('shop-a', 1),
        keys.feedEnd('shop-a'),
        keys.head('shop-a', 'cus_1'),
        keys.tenants('shop-a'),
      ];
      for (const other of others) expect(matches(pattern, image(other)), other.sk).toBe(false);
    });
  });
};
