import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../../functions/_kit/cloud-event.ts';
import { faultsOf } from '../../../../functions/_kit/event-pattern/faults.ts';
import { matches } from '../../../../functions/_kit/event-pattern/matches.ts';
import { busEventOf, patternOf } from '../../../../functions/_kit/event-pattern/pattern-of.ts';
import { loadCapabilities } from '../../../../functions/_kit/load-capabilities.ts';

const capabilities = await loadCapabilities();
const subscribers = capabilities.flatMap((one) => Object.values(one.subscribers));
const types = [...new Set(subscribers.flatMap(({ on }): readonly string[] => on))];
const eventOf = (type: string) =>
  ({ type, tenant: 'shop-a', id: 'x.1.0', data: { type: 'policy.bound' } }) as CloudEvent;

describe('patternOf', () => {
  it.each(subscribers.map((one) => [one.id, one] as const))(
    'of %s takes what the contract names, alone',
    (_id, one) => {
      const pattern = patternOf(one);
      expect(faultsOf(pattern)).toEqual([]);
      const taken = types.filter((type) => matches(pattern, busEventOf(eventOf(type))));
      expect(taken.toSorted()).toEqual([...new Set<string>(one.on)].toSorted());
    },
  );
  it('takes no event of another source, and none that says its type elsewhere', () => {
    const pattern = patternOf({ on: ['policy.bound'] });
    const event = eventOf('policy.bound');
    expect(matches(pattern, { ...busEventOf(event), source: 'aws.s3' })).toBe(false);
    expect(matches(pattern, { source: 'bindery', 'detail-type': 'policy.bound', detail: {} })).toBe(false);
  });
});
