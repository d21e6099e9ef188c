import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../functions/_kit/platform.ts';
import type { Item } from '../../../functions/_storage/codec.ts';
import { enrichment, eventsOfItem, type StreamRecord } from '../../../functions/_storage/enrichment.ts';
import { aClosedAlert, anAuditedWorld } from '../../support/audited.ts';

const inDynamoJson = (value: unknown) =>
  value instanceof Uint8Array ? { B: Buffer.from(value).toString('base64') } : { S: String(value) };

/** An item as the stream of the table carries it into a Pipe: DynamoDB's JSON, with bytes in base64. */
const streamed = (item: Item): StreamRecord => ({
  dynamodb: { NewImage: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, inDynamoJson(value)])) },
});

const someItems = async () => {
  const world = await anAuditedWorld();
  const id = await aClosedAlert(world);
  return { id, items: world.engine.items() };
};

describe('enrichment', () => {
  it('splits each operation record into its events, numbered after the record itself', async () => {
    const { id, items } = await someItems();
    const events = await enrichment(() => undefined)(items.map(streamed));
    expect(events.map((event) => event.id).toSorted()).toEqual(
      [1, 2, 3].flatMap((seq) => [`${id}.${seq}.0`, `${id}.${seq}.1`]),
    );
    expect(events.find((event) => event.id === `${id}.3.1`)).toMatchObject({ type: 'alert.closed', sequence: 3 });
  });

  it('gives from a stream record the very events that the item gives', async () => {
    const { items } = await someItems();
    expect(await enrichment(() => undefined)(items.map(streamed))).toEqual(items.flatMap((item) => eventsOfItem(item)));
  });

  it('passes over states, answers, and removals', async () => {
    const { items } = await someItems();
    const others = items.filter(({ sk }) => !String(sk).startsWith('OP#'));
    expect(others.length).toBeGreaterThan(3);
    expect(await enrichment(() => undefined)([...others.map(streamed), { dynamodb: {} }, {}])).toEqual([]);
  });

  it('leaves out a record that cannot be read, and says so, so that its shard goes on', async () => {
    const { items } = await someItems();
    const [broken, ...rest] = items.filter(({ sk }) => String(sk).startsWith('OP#'));
    const log: LogLine[] = [];
    const events = await enrichment((line) => log.push(line))(
      [{ ...broken, z: Buffer.from('no deflate') }, ...rest].map(streamed),
    );
    expect(events).toHaveLength(4);
    expect(log).toMatchObject([{ level: 'error', operation: 'enrichment', sk: 'OP#0000000001' }]);
  });
});
