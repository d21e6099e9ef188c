import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import { PutCommand, TransactWriteCommand } from '../../functions/_storage/commands.ts';
import { eventsOfItem } from '../../functions/_storage/enrichment.ts';

/** What a write puts into the table, in the order of its actions. */
export const itemsPutBy = (command: object): readonly Item[] => {
  if (command instanceof PutCommand) return command.input.Item === undefined ? [] : [command.input.Item];
  if (!(command instanceof TransactWriteCommand)) return [];
  return (command.input.TransactItems ?? []).flatMap(({ Put }) => (Put?.Item === undefined ? [] : [Put.Item]));
};

const splitOf = (items: readonly Item[]): readonly CloudEvent[] | undefined => {
  try {
    return items.flatMap(eventsOfItem);
  } catch {
    return undefined;
  }
};

/**
 * Stands where the table's stream and its Pipe stand in the cloud: what a write has committed is split into events and
 * published. A write whose answer is lost publishes nothing here, as a stream that broke would, nor does one that
 * cannot be split; the sweeper finds both. Whoever wrote is answered all the same, for it is written.
 */
export const tapped = (
  client: TableClient,
  publish: (events: readonly CloudEvent[]) => void,
  onSplit: (failed: boolean) => void = () => undefined,
): TableClient => ({
  send: async (command) => {
    const output = await client.send(command);
    const events = splitOf(itemsPutBy(command));
    if (events === undefined || events.length > 0) onSplit(events === undefined);
    if (events !== undefined && events.length > 0) publish(events);
    return output;
  },
});
